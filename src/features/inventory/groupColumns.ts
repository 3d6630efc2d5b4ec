import type { ComponentType } from 'react';
import { type GroupLine, type GroupedRow, isGroupLine } from '#api/groupedRecords.ts';
import type { RecordRow } from '#contract/records.ts';
import type { GroupField } from '#contract/recordGroups.ts';
import type { CellPart } from '#grid/cellPart.ts';
import type { CellEditorProps, GridColumn } from '#grid/column.ts';
import type { Formats } from '#ui/formats.ts';
import { iconElement } from '#ui/iconElement.ts';
import type { Words } from '#ui/messages/en.ts';
import { resultParts } from './cellParts.ts';

interface GroupsGiven {
  words: Words;
  formats: Formats;
  /** Undefined: no groups are shown, and the columns stay as they are. */
  by: GroupField | undefined;
}

/** The columns of records, each of which can also draw the line of a group: its sums, and nothing to edit. */
export function withGroups(
  columns: readonly GridColumn<RecordRow>[],
  given: GroupsGiven,
): GridColumn<GroupedRow>[] {
  return columns.map(({ editor, ...column }) => {
    const { parts, copyText, numberOf } = column;
    const groupText = (group: GroupLine) => textOf(column.id, group, given);
    return {
      ...column,
      text: (row) => (isGroupLine(row) ? groupText(row) : column.text(row)),
      ...(parts || column.id === 'name'
        ? {
            parts: (row: GroupedRow) =>
              isGroupLine(row) ? groupParts(column.id, row, given) : (parts?.(row) ?? null),
          }
        : {}),
      ...(copyText ? { copyText: (row) => (isGroupLine(row) ? groupText(row) : copyText(row)) } : {}),
      // A group's line sums records that have lines of their own when it is open: it would count them twice.
      ...(numberOf ? { numberOf: (row) => (isGroupLine(row) ? null : numberOf(row)) } : {}),
      tone: (row) => (isGroupLine(row) ? undefined : column.tone?.(row)),
      editable: (row) =>
        isGroupLine(row) ? { reason: given.words.table.group.notHere } : (column.editable?.(row) ?? true),
      // `editable` lets an editor open on records only.
      ...(editor ? { editor: editor as ComponentType<CellEditorProps<GroupedRow>> } : {}),
    };
  });
}

/** What a group is called: its label, or that it has none. */
function groupName({ label, by }: Pick<GroupLine, 'label' | 'by'>, words: Words): string {
  return label || words.table.group.blank[by];
}

function textOf(columnId: string, group: GroupLine, { words, formats }: GroupsGiven): string {
  const texts = words.table.group;
  switch (columnId) {
    case 'name':
      return `${groupName(group, words)} ${texts.items(formats.number(group.records), group.records)}`;
    case 'tracking':
      return texts.mix(formats.number(group.serialized), formats.number(group.bulk));
    case 'quantity':
      return formats.number(group.quantity);
    case 'codes':
      return words.inventory.codes(formats.number(group.codes), group.codes);
    case 'income':
    case 'cost':
      return group[columnId] ? formats.amount(group[columnId]) : '';
    case 'profit':
      return group.profit && group.profitUnknown !== group.records
        ? formats.amount(group.profit)
        : words.figures.unknown;
    case 'sku':
    case 'category':
    case 'location':
      return group.by === columnId ? group.label : '';
    default:
      return '';
  }
}

function groupParts(columnId: string, group: GroupLine, given: GroupsGiven): readonly CellPart[] | null {
  const { words, formats } = given;
  switch (columnId) {
    case 'name':
      return [
        {
          className: 'group-name',
          text: '',
          parts: [
            { className: 'grid-toggle', icon: iconElement(group.isOpen ? 'down' : 'next', 15), text: '' },
            { className: 'group-label', text: groupName(group, words) },
            { text: ' ' },
            {
              className: 'group-count',
              text: words.table.group.items(formats.number(group.records), group.records),
            },
          ],
        },
      ];
    case 'tracking':
      return [{ className: 'group-mix', text: '', parts: mixParts(group, formats) }];
    case 'profit':
      return group.profit && group.profitUnknown !== group.records
        ? resultParts(group.profit, formats)
        : null;
    default:
      return null;
  }
}

function mixParts(group: GroupLine, formats: Formats): CellPart[] {
  return (['serialized', 'bulk'] as const).flatMap((tracking) =>
    group[tracking] > 0 ? [{ icon: iconElement(tracking, 14), text: formats.number(group[tracking]) }] : [],
  );
}
