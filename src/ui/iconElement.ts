import { ICON_PATHS, type IconName } from './iconPaths.ts';
import { remember } from './remember.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The same sign as `Icon` draws, as an element to be copied where React does not draw. One for each name and size. */
export function iconElement(name: IconName, size: number): SVGElement {
  return ofSize(size)(name);
}

const ofSize = remember((size: number) => remember((name: IconName) => makeIcon(name, size)));

function makeIcon(name: IconName, size: number): SVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICON_PATHS[name]);
  icon.append(path);
  const attributes = { class: 'ui-icon', viewBox: '0 0 20 20', width: String(size), height: String(size) };
  for (const [attribute, value] of Object.entries(attributes)) icon.setAttribute(attribute, value);
  icon.setAttribute('aria-hidden', 'true');
  icon.setAttribute('focusable', 'false');
  return icon;
}
