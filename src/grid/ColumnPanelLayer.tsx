import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { CellPanel } from './CellPanel.tsx';
import { HEADER_ROW } from './cursor.ts';
import { EditorLayer } from './EditorLayer.tsx';
import { columnOf, focusCursor, type GridSession } from './session.ts';

interface ColumnPanelLayerProps<Row> {
  readonly session: GridSession<Row>;
  readonly columnId: string;
}

/** What a heading offers, under it. Esc, or leaving it for something else, closes it. */
export function ColumnPanelLayer<Row>({ session, columnId }: ColumnPanelLayerProps<Row>) {
  const at = { rowIndex: HEADER_ROW, columnId };
  const frame = useRef<HTMLDivElement>(null);
  const Panel = session.props.columnPanel;
  const column = columnOf(session, at);
  // Until its content has come and takes the focus itself.
  useEffect(() => frame.current?.focus(), []);
  if (Panel === undefined || column === undefined) return null;

  const close = () => session.setPanelColumn(null);

  function closeAndReturn() {
    close();
    focusCursor(session);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    closeAndReturn();
  }

  function onBlur({ currentTarget, relatedTarget }: FocusEvent<HTMLDivElement>) {
    // Still the active element: the whole window lost the focus.
    if (currentTarget.contains(document.activeElement) || currentTarget.contains(relatedTarget)) return;
    if (relatedTarget !== null) close();
  }

  return (
    <EditorLayer at={at} scroll={session.viewport.scroll} className="grid-column-panel">
      <CellPanel role="dialog" label={column.header}>
        <div ref={frame} tabIndex={-1} className="grid-panel-frame" onKeyDown={onKeyDown} onBlur={onBlur}>
          <Panel columnId={columnId} onClose={closeAndReturn} />
        </div>
      </CellPanel>
    </EditorLayer>
  );
}
