import type { Json } from './read.ts';

export interface Person {
  openId: string;
  name: string;
}

/** What a click tells the simulator. */
export interface Action {
  /** Where the element stands in the card JSON, e.g. `body.elements.0`. */
  path: string;
  /** Chosen option(s), date, text or tick of a component outside a form. */
  choice?: unknown;
  form?: Record<string, unknown>;
}

/** What the card knows about the world around it. */
export interface CardContext {
  viewer: string;
  /** People select_person offers. */
  members: Person[];
  nameOf: (openId: string) => string | undefined;
  timeZone: string;
  /** When the message was sent, ms. */
  sentAt: number;
  imageUrl: (key: string) => string;
  /** `config.style` of the card: its own colours and text sizes. */
  style: Json;
  /** Performs a click and resolves when it has been answered. */
  act: (action: Action) => Promise<void>;
  confirm: (title: string, text: string) => Promise<boolean>;
  openUrl: (url: string) => void;
  notify: (type: 'info' | 'warning', content: string) => void;
}

export interface Field {
  name: string;
  label: string;
  required: boolean;
  /** Undefined = left blank. */
  read: () => unknown;
  reset: () => void;
  /** Shows or hides the red frame of a required field. */
  flag: (on: boolean) => void;
}

/** Where an element is drawn: its card, its path, the form around it, and how its children are drawn. */
export interface Place {
  card: CardContext;
  path: string;
  form?: Field[];
  draw: (element: Json, place: Place) => HTMLElement;
}

/** Draws the elements of a container; `key` is the property of the container that holds them. */
export function drawChildren(elements: Json[], place: Place, key = 'elements'): HTMLElement[] {
  return elements.map((element, index) =>
    place.draw(element, { ...place, path: `${place.path}.${key}.${index}` }),
  );
}
