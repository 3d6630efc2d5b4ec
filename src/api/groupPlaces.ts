/** A group whose items are shown: its place among the groups, and how many lines its items take. */
export interface OpenGroup {
  index: number;
  items: number;
}

/** What stands on a line: a group, or one of the items of an open one. */
export interface GroupPlace {
  group: number;
  /** null: the group's own line. */
  item: number | null;
}

/** All lines: one for each group, and those of the items of the open ones. */
export function linesOf(groups: number, open: readonly OpenGroup[]): number {
  return open.reduce((lines, { items }) => lines + items, groups);
}

/** What stands on a line. `open` is in the order of the groups. */
export function placeOfLine(line: number, open: readonly OpenGroup[]): GroupPlace {
  let above = 0;
  for (const { index, items } of open) {
    const ownLine = index + above;
    if (line <= ownLine) break;
    if (line <= ownLine + items) return { group: index, item: line - ownLine - 1 };
    above += items;
  }
  return { group: line - above, item: null };
}

/** The line on which a group or one of its items stands. */
export function lineOfPlace({ group, item }: GroupPlace, open: readonly OpenGroup[]): number {
  const above = open.reduce((lines, { index, items }) => (index < group ? lines + items : lines), 0);
  return group + above + (item === null ? 0 : item + 1);
}
