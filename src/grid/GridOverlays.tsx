import { CellPanel } from './CellPanel.tsx';
import { ColumnPanelLayer } from './ColumnPanelLayer.tsx';
import type { GridCursor } from './cursor.ts';
import { EditorLayer } from './EditorLayer.tsx';
import { columnOf, finishEdit, type GridSession, type Notice } from './session.ts';

interface GridOverlaysProps<Row> {
  readonly session: GridSession<Row>;
  readonly cursor: GridCursor;
  readonly editedRow: Row | undefined;
  readonly notice: Notice | null;
  /** The heading whose panel is open. */
  readonly panelColumn: string | null;
}

/** What lies over the rows: the open editor, and a message at a cell. */
export function GridOverlays<Row>(props: GridOverlaysProps<Row>) {
  const { session, cursor, editedRow, notice, panelColumn } = props;
  const { scroll } = session.viewport;
  const Editor = cursor.mode === 'editing' ? columnOf(session, cursor.at)?.editor : undefined;
  return (
    <>
      {Editor !== undefined && cursor.mode === 'editing' && editedRow !== undefined && (
        <EditorLayer at={cursor.at} scroll={scroll} className="grid-editor">
          <Editor
            row={newestRow(session, editedRow, cursor.at.rowIndex)}
            columnId={cursor.at.columnId}
            typed={cursor.typed}
            onDone={(move) => finishEdit(session, move)}
            onCancel={() => finishEdit(session, 'stay')}
          />
        </EditorLayer>
      )}
      {panelColumn !== null && <ColumnPanelLayer session={session} columnId={panelColumn} />}
      {notice !== null && (
        <EditorLayer at={notice.at} scroll={scroll} className="grid-notice">
          <CellPanel role="note">{notice.text}</CellPanel>
        </EditorLayer>
      )}
    </>
  );
}

/** Rows may shift under an open editor (somebody adds one above): it keeps the row it was opened on. */
function newestRow<Row>({ props }: GridSession<Row>, editedRow: Row, rowIndex: number): Row {
  const current = props.rowAt(rowIndex);
  return current !== undefined && props.rowKey(current) === props.rowKey(editedRow) ? current : editedRow;
}
