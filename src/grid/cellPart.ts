import { setAttribute } from './setAttribute.ts';

/** A piece of a cell that is drawn richer than as a text. Plain values, so that the next row only changes what differs. */
export interface CellPart {
  readonly text: string;
  readonly className?: string;
  readonly title?: string;
  /** Drawn by the style sheet (`attr(data-sign)`): seen, but no part of the cell's text. */
  readonly sign?: string;
  /** Drawn before the text; each cell gets a copy. */
  readonly icon?: SVGElement;
  /** Pieces inside this one, after its text. */
  readonly parts?: readonly CellPart[];
}

/** Puts the pieces into a cell. What has the same form as before keeps its elements. */
export function drawParts(
  cell: Element,
  parts: readonly CellPart[],
  before: readonly CellPart[] | null,
): void {
  if (parts === before) return;
  if (before === null || !areAlike(parts, before)) {
    cell.replaceChildren(...parts.map((part) => made(part)));
    return;
  }
  parts.forEach((part, place) => {
    const [known, node] = [before[place], cell.childNodes[place]];
    if (known !== undefined && node !== undefined) redraw(node, part, known);
  });
}

function areAlike(parts: readonly CellPart[], before: readonly CellPart[]): boolean {
  return parts.length === before.length && parts.every((part, place) => hasSameForm(part, before[place]));
}

function hasSameForm(part: CellPart, before: CellPart | undefined): boolean {
  return (
    before !== undefined &&
    isText(part) === isText(before) &&
    part.icon === before.icon &&
    areAlike(part.parts ?? [], before.parts ?? [])
  );
}

/** A space between two pieces needs no element. */
function isText({ className, title, sign, icon, parts }: CellPart): boolean {
  return [className, title, sign, icon, parts].every((one) => one === undefined);
}

function made(part: CellPart): Node {
  const text = document.createTextNode(part.text);
  if (isText(part)) return text;
  const element = document.createElement('span');
  if (part.icon !== undefined) element.append(part.icon.cloneNode(true));
  element.append(text, ...(part.parts ?? []).map((inner) => made(inner)));
  dress(element, part, undefined);
  return element;
}

function redraw(node: ChildNode, part: CellPart, before: CellPart): void {
  if (node instanceof HTMLElement) dress(node, part, before);
  const children = node instanceof HTMLElement ? [...node.childNodes] : [node];
  const text = children.find((child) => child instanceof Text);
  if (text !== undefined && part.text !== before.text) text.data = part.text;
  const inner = children.slice(children.length - (part.parts?.length ?? 0));
  part.parts?.forEach((one, place) => {
    const [known, child] = [before.parts?.[place], inner[place]];
    if (known !== undefined && child !== undefined) redraw(child, one, known);
  });
}

function dress(element: HTMLElement, part: CellPart, before: CellPart | undefined): void {
  if (part.className !== before?.className) setAttribute(element, 'class', part.className ?? null);
  if (part.title !== before?.title) setAttribute(element, 'title', part.title ?? null);
  if (part.sign !== before?.sign) setAttribute(element, 'data-sign', part.sign ?? null);
}
