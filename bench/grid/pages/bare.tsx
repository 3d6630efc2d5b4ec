/** What React alone can do: a window of rows by division, one state, nothing else. The floor that a table in React stands on. */
import { StrictMode, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { COLUMNS, type Row, SEARCHED, loadRows } from './rows.ts';

const ROW = 36;

function Bare({ all }: { all: Row[] }) {
  const [rows, setRows] = useState(all);
  const [top, setTop] = useState(0);
  const [at, setAt] = useState({ row: 0, column: 5 });
  const [typed, setTyped] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  useEffect(() => {
    const input = document.querySelector<HTMLInputElement>('#search');
    const onInput = () => setSearch(input?.value.toLowerCase() ?? '');
    input?.addEventListener('input', onInput);
    return () => input?.removeEventListener('input', onInput);
  }, []);
  const shown = useMemo(
    () =>
      search === ''
        ? rows
        : rows.filter((row) => SEARCHED.some((id) => String(row[id]).toLowerCase().includes(search))),
    [rows, search],
  );
  const first = Math.max(0, Math.floor(top / ROW));
  const visible = shown.slice(first, first + Math.ceil(window.innerHeight / ROW) + 1);
  return (
    <div
      role="grid"
      tabIndex={0}
      style={{ height: '100%', overflow: 'auto', position: 'relative' }}
      onScroll={(event) => {
        const { scrollTop } = event.currentTarget;
        flushSync(() => setTop(scrollTop));
      }}
      onKeyDown={(event) => {
        if (/^\d$/.test(event.key)) setTyped((typed ?? '') + event.key);
        if (event.key === 'Enter' && typed !== null) {
          setRows(rows.with(at.row, { ...rows[at.row], quantity: Number(typed) } as Row));
          setTyped(null);
          setAt({ ...at, row: at.row + 1 });
        }
      }}
    >
      <div style={{ display: 'flex', position: 'sticky', top: 0, zIndex: 1, background: '#eee' }}>
        {COLUMNS.map((id) => (
          <div
            key={id}
            role="columnheader"
            style={{ width: 120, height: ROW }}
            onClick={() => setRows(rows.toSorted((a, b) => ((a[id] ?? '') < (b[id] ?? '') ? -1 : 1)))}
          >
            {id}
          </div>
        ))}
      </div>
      <div style={{ height: shown.length * ROW, position: 'relative' }}>
        {visible.map((row, index) => (
          <div
            key={index}
            role="row"
            aria-rowindex={first + index + 2}
            style={{ position: 'absolute', transform: `translateY(${(first + index) * ROW}px)`, display: 'flex' }}
          >
            {COLUMNS.map((id, column) => (
              <div
                key={id}
                role="gridcell"
                aria-colindex={column + 1}
                style={{ width: 120, height: ROW, overflow: 'hidden', whiteSpace: 'nowrap' }}
                onPointerDown={() => setAt({ row: first + index, column })}
              >
                {typed !== null && at.row === first + index && at.column === column ? typed : row[id]}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

const app = document.querySelector('#app');
const rows = await loadRows();
if (app)
  createRoot(app).render(
    <StrictMode>
      <Bare all={rows} />
    </StrictMode>,
  );
