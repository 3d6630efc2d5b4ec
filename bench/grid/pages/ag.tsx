/** AG Grid Community as its documentation sets it up: all rows in the browser, sorting, editing and a quick filter. */
import { AllCommunityModule, ModuleRegistry, createGrid } from 'ag-grid-community';
import { COLUMNS, SEARCHED, loadRows } from './rows.ts';

ModuleRegistry.registerModules([AllCommunityModule]);
const app = document.querySelector<HTMLElement>('#app');
if (app) {
  const grid = createGrid(app, {
    columnDefs: COLUMNS.map((field) => ({
      field,
      sortable: true,
      editable: true,
      ...(SEARCHED.includes(field) ? {} : { getQuickFilterText: () => '' }),
      ...(field === 'quantity' ? { cellEditor: 'agNumberCellEditor' } : {}),
    })),
    defaultColDef: { width: 120 },
    rowHeight: 36,
    headerHeight: 36,
    enterNavigatesVerticallyAfterEdit: true,
    rowData: await loadRows(),
  });
  document.querySelector<HTMLInputElement>('#search')?.addEventListener('input', (event) => {
    if (event.currentTarget instanceof HTMLInputElement)
      grid.setGridOption('quickFilterText', event.currentTarget.value);
  });
}
