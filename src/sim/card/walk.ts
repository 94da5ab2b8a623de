import { asList, asRecord, asString, isRecord } from '../content/json.ts';
import { CONTAINERS } from './container-shapes.ts';
import { DISPLAY } from './display-shapes.ts';
import { INTERACTIVE } from './interactive-shapes.ts';
import { badShape, CardProblem } from './problem.ts';
import type { Shape } from './values.ts';
import { checkShape } from './values.ts';

/** One component of a card and where it stands. */
export interface Placed {
  tag: string;
  element: Record<string, unknown>;
  /** `ROOT -> body -> elements -> [1](tag: form)` */
  path: string;
  /** The component around it; undefined at the root of the body. */
  parent: Placed | undefined;
  form: Placed | undefined;
  /** Containers around it. */
  depth: number;
}

const SHAPES: Record<string, Shape> = { ...DISPLAY, ...CONTAINERS, ...INTERACTIVE };
const MAX_DEPTH = 5;

/** Tags whose children hang under `elements` or `columns` and that count as a level. */
const LEVELS = ['column_set', 'form', 'interactive_container', 'collapsible_panel'];

function checkElement(placed: Placed): void {
  const { tag, element, path } = placed;
  const shape = Object.hasOwn(SHAPES, tag) ? SHAPES[tag] : undefined;
  if (!shape || (tag === 'column') !== (placed.parent?.tag === 'column_set')) {
    throw new CardProblem(200861, 'cards of schema V2 no longer support this capability', {
      path,
      value: `unsupported tag ${tag}`,
    });
  }
  const problem = checkShape(shape, element);
  if (problem !== undefined) throw badShape(path, problem);
  if (placed.depth > MAX_DEPTH) {
    throw new CardProblem(11310, 'the nesting of containers exceeds the limit', {
      path,
      value: String(MAX_DEPTH),
    });
  }
}

/** All components of a card in order, each of a known kind with known properties; throws the first problem. */
export function listElements(card: Record<string, unknown>): Placed[] {
  const all: Placed[] = [];
  const visit = (nodes: unknown, path: string, parent: Placed | undefined): void => {
    asList(nodes).forEach((node, i) => {
      if (!isRecord(node)) throw badShape(`${path} -> [${i}]`, 'must be an object');
      const tag = asString(node.tag);
      const placed: Placed = {
        tag,
        element: node,
        path: `${path} -> [${i}](tag: ${tag})`,
        parent,
        form: parent?.tag === 'form' ? parent : parent?.form,
        depth: (parent?.depth ?? 0) + (parent && LEVELS.includes(parent.tag) ? 1 : 0),
      };
      checkElement(placed);
      all.push(placed);
      if (tag === 'column_set') visit(node.columns, `${placed.path} -> columns`, placed);
      visit(node.elements, `${placed.path} -> elements`, placed);
      visit(asRecord(node.button_area).buttons, `${placed.path} -> buttons`, placed);
    });
  };
  visit(asRecord(card.body).elements, 'ROOT -> body -> elements', undefined);
  return all;
}
