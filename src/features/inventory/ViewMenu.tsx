import { Segments } from '#ui/Segments.tsx';
import { ColumnList } from './ColumnList.tsx';
import { SavedViews } from './SavedViews.tsx';
import { useTableTools } from './tableTools.ts';
import { useFirstFocus } from './useFirstFocus.ts';
import './views.css';

interface ViewMenuProps {
  close(): void;
}

const NO_GROUPS = 'none';

/** How the table looks: saved views, groups, columns. */
export function ViewMenu({ close }: ViewMenuProps) {
  const { words, search, onSearch } = useTableTools();
  const { view } = words.table;
  const frame = useFirstFocus('views');
  const groups = [
    { value: NO_GROUPS, label: view.noGroups },
    ...(['sku', 'category', 'location'] as const).map((value) => ({ value, label: words.columns[value] })),
  ] as const;
  return (
    <div ref={frame}>
      <p className="ui-menu-title">{view.saved}</p>
      <SavedViews close={close} />
      <p className="ui-menu-title">{view.groups}</p>
      <Segments
        label={view.groups}
        options={groups}
        value={search.group ?? NO_GROUPS}
        onChange={(value) =>
          onSearch({
            group: value === NO_GROUPS ? undefined : value,
            open: undefined,
            row: undefined,
            at: undefined,
          })
        }
      />
      <p className="ui-menu-title">{view.columns}</p>
      <ColumnList />
    </div>
  );
}
