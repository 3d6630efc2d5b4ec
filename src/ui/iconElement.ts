import { ICON_PATHS, type IconName } from './iconPaths.ts';

const SVG = 'http://www.w3.org/2000/svg';
const made = new Map<string, SVGElement>();

/** The same sign as `Icon` draws, as an element to be copied where React does not draw. One for each name and size. */
export function iconElement(name: IconName, size: number): SVGElement {
  const key = `${name} ${size}`;
  const known = made.get(key);
  if (known) return known;
  const icon = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICON_PATHS[name]);
  icon.append(path);
  const attributes = { class: 'ui-icon', viewBox: '0 0 20 20', width: String(size), height: String(size) };
  for (const [attribute, value] of Object.entries(attributes)) icon.setAttribute(attribute, value);
  icon.setAttribute('aria-hidden', 'true');
  icon.setAttribute('focusable', 'false');
  made.set(key, icon);
  return icon;
}
