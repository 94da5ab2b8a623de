import { isRecord } from '../content/json.ts';

/** Says what is wrong with a value; undefined when it is right. */
export type Check = (value: unknown) => string | undefined;

export interface Shape {
  props: Record<string, Check>;
  required?: readonly string[];
}

export const anything: Check = () => undefined;
export const bool: Check = (v) => (typeof v === 'boolean' ? undefined : 'must be a boolean');
export const object: Check = (v) => (isRecord(v) ? undefined : 'must be an object');

/** A string of at most `max` characters. */
export function text(max = Number.POSITIVE_INFINITY): Check {
  return (v) => {
    if (typeof v !== 'string') return 'must be a string';
    return [...v].length > max ? `must have at most ${max} characters` : undefined;
  };
}

export const name: Check = (v) =>
  typeof v === 'string' && v !== '' ? undefined : 'must be a non-empty string';

/** One of these strings. */
export function oneOf(...options: readonly string[]): Check {
  return (v) =>
    typeof v === 'string' && options.includes(v) ? undefined : `must be one of ${options.join('|')}`;
}

/** A whole number within bounds. */
export function whole(min: number, max = Number.POSITIVE_INFINITY): Check {
  return (v) =>
    typeof v === 'number' && Number.isInteger(v) && v >= min && v <= max
      ? undefined
      : `must be a whole number in [${min},${max}]`;
}

/** Any number within bounds. */
export function number(min: number, max: number): Check {
  return (v) => (typeof v === 'number' && v >= min && v <= max ? undefined : `must be in [${min},${max}]`);
}

/** Right when any of the checks is satisfied. */
export function either(...checks: readonly Check[]): Check {
  return (v) => {
    const problems = checks.map((check) => check(v));
    return problems.includes(undefined) ? undefined : problems.join(' or ');
  };
}

/** `120px` with the number in range. */
export function px(min: number, max = Number.POSITIVE_INFINITY): Check {
  return (v) => {
    const match = typeof v === 'string' ? /^(\d+)px$/.exec(v) : null;
    const size = Number(match?.[1]);
    return match && size >= min && size <= max ? undefined : `must be [${min},${max}]px`;
  };
}

/** Margins and paddings: one to four lengths, each in range; 0 needs no unit. */
export function box(min: number, max: number): Check {
  return (v) => {
    const sides = typeof v === 'string' ? v.trim().split(/\s+/) : [];
    const good = sides.every((side) => {
      const match = /^(-?\d+)(px)?$/.exec(side);
      const size = Number(match?.[1]);
      return match !== null && (match[2] !== undefined || size === 0) && size >= min && size <= max;
    });
    return sides.length >= 1 && sides.length <= 4 && good
      ? undefined
      : `must be 1-4 lengths in [${min},${max}]px`;
  };
}

export const margin = box(-99, 99);
export const padding = box(0, 99);
export const spacing = either(oneOf('small', 'medium', 'large', 'extra_large'), px(0, 99));
export const fieldWidth = either(oneOf('default', 'fill'), px(100));
export const radius = either(px(0), (v) =>
  typeof v === 'string' && /^\d{1,3}%$/.test(v) && Number.parseInt(v, 10) <= 100
    ? undefined
    : 'must be px or %',
);

const COLOR =
  /^(default|white|bg-white|(blue|carmine|green|grey|indigo|lime|neutral|orange|purple|red|sunflower|turquoise|violet|wathet|yellow)(-\d{2,3})?|light_grey|rgba?\([\d.,\s%]+\)|cus-[\w-]+)$/;
export const color: Check = (v) =>
  v === '' || (typeof v === 'string' && COLOR.test(v)) ? undefined : 'must be a color';

/** Letters, digits and _, beginning with a letter, at most 20 (feishu.md §6.1). */
export const elementId: Check = (v) =>
  typeof v === 'string' && /^[A-Za-z]\w{0,19}$/.test(v)
    ? undefined
    : 'element_id must begin with a letter, hold letters, digits and _ only, and have at most 20 characters';

/** A list of at most `max` entries, each right. */
export function listOf(check: Check, max = Number.POSITIVE_INFINITY): Check {
  return (v) => {
    if (!Array.isArray(v)) return 'must be a list';
    if (v.length > max) return `must have at most ${max} entries`;
    for (const [i, entry] of v.entries()) {
      const problem = check(entry);
      if (problem !== undefined) return `[${i}] ${problem}`;
    }
    return undefined;
  };
}

/** Checks an object against a shape: nothing unknown, nothing missing (feishu.md §6.1: unknown = error in 2.0). */
export function checkShape(shape: Shape, value: Record<string, unknown>): string | undefined {
  for (const key of shape.required ?? []) {
    if (value[key] === undefined) return `property ${key} is required`;
  }
  for (const [key, entry] of Object.entries(value)) {
    const check = Object.hasOwn(shape.props, key) ? shape.props[key] : undefined;
    if (!check) return `unknown property ${key}`;
    const problem = check(entry);
    if (problem !== undefined) return `property ${key} ${problem}`;
  }
  return undefined;
}

/** An object with these properties and no others. */
export function record(props: Record<string, Check>, required: readonly string[] = []): Check {
  return (v) => (isRecord(v) ? checkShape({ props, required }, v) : 'must be an object');
}
