/**
 * The search part of an address, as people and other programs write it: `?q=ski&tracking=bulk&category=A&category=B`.
 * Values stay text; what they mean is decided where they are read.
 */
export function parseSearch(text: string): Record<string, string | string[]> {
  const search: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = search[name];
    if (before === undefined) search[name] = value;
    else search[name] = [...(Array.isArray(before) ? before : [before]), value];
  }
  return search;
}

export function stringifySearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (typeof item === 'string' || typeof item === 'number') parameters.append(name, String(item));
    }
  }
  return parameters.size === 0 ? '' : `?${parameters.toString()}`;
}
