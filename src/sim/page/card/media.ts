import { h } from '../dom.ts';
import type { Place } from './context.ts';
import { drawIcon } from './icon.ts';
import { drawPerson } from './markdown-dom.ts';
import { readLength } from './measure.ts';
import { type Json, readContent, readList, readNumber, readString } from './read.ts';

const SIZES: Record<string, number> = { large: 160, medium: 80, small: 40, tiny: 16 };

/** img: opens in full on a click unless `preview` is false. */
export function drawImage(element: Json, { card }: Place): HTMLElement {
  const url = card.imageUrl(readString(element.img_key) ?? '');
  const image = h('img', { class: 'picture', src: url, alt: readContent(element.alt), loading: 'lazy' });
  const cropped = readString(element.scale_type) !== 'fit_horizontal' && element.scale_type !== undefined;
  const size = readString(element.size) ?? '';
  const exact = /^(\d{1,4})px (\d{1,4})px$/.exec(size);
  if (exact) {
    image.style.width = `${Math.min(1000, Number(exact[1]))}px`;
    image.style.height = `${Math.min(1000, Number(exact[2]))}px`;
  } else if (SIZES[size]) {
    image.style.width = `${SIZES[size]}px`;
    image.style.height = `${SIZES[size]}px`;
  }
  if (cropped || exact || SIZES[size]) image.style.objectFit = 'cover';
  const radius = readLength(element.corner_radius, 0, 999);
  if (radius) image.style.borderRadius = radius;
  if (element.preview === false) return image;
  return h(
    'button',
    { type: 'button', class: 'picture-button', 'aria-label': '查看大图', onclick: () => card.openUrl(url) },
    image,
  );
}

/** img_combination: several pictures in a grid. */
export function drawImages(element: Json, place: Place): HTMLElement {
  const images = readList(element.img_list);
  const mode = readString(element.combination_mode) ?? '';
  const across = mode === 'double' || images.length === 2 ? 2 : images.length === 1 ? 1 : 3;
  const grid = h(
    'div',
    { class: 'pictures' },
    ...images.map((image) => drawImage({ ...image, alt: element.alt }, place)),
  );
  grid.style.gridTemplateColumns = `repeat(${across}, 1fr)`;
  return grid;
}

/** person. */
export function drawPersonElement(element: Json, { card }: Place): HTMLElement {
  return drawPerson(readString(element.user_id) ?? '', card, {
    showName: element.show_name === true,
    showAvatar: element.show_avatar !== false,
    capsule: element.style === 'capsule',
  });
}

/** person_list: at most `lines` rows; without names the avatars overlap. */
export function drawPersonList(element: Json, { card }: Place): HTMLElement {
  const names = element.show_name !== false;
  const avatars = element.show_avatar === true || !names;
  const people = readList(element.persons).map((person) =>
    drawPerson(readString(person.id) ?? '', card, { showName: names, showAvatar: avatars }),
  );
  const list = h(
    'div',
    { class: names ? 'person-list' : 'person-list chain' },
    drawIcon(element.icon, card),
    ...people,
  );
  const lines = readNumber(element.lines);
  if (lines && lines > 0) list.style.maxHeight = `${Math.floor(lines) * 32}px`;
  return list;
}
