import { useState } from 'react';
import { useChangeView, useRemoveView, useViews } from '#api/views.ts';
import type { SavedView } from '#contract/views.ts';
import { Button, IconButton } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { explain } from '#ui/explain.ts';
import { Loading } from '#ui/Loading.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { NO_VIEW, insteadOf, viewSearchOf } from './inventorySearch.ts';
import { SaveView } from './SaveView.tsx';
import { useTableTools } from './tableTools.ts';

interface SavedViewsProps {
  close(): void;
}

/** The views to open, and the table as it is now to keep as one. */
export function SavedViews({ close }: SavedViewsProps) {
  const { words, search, onSearch, readView } = useTableTools();
  const { view } = words.table;
  const views = useViews();
  const [isSaving, setIsSaving] = useState(false);
  if (views.isPending) return <Loading />;
  if (views.isError)
    return (
      <p className="view-failed">
        {view.failed} <Button onClick={() => void views.refetch()}>{words.common.retry}</Button>
      </p>
    );
  return (
    <>
      {views.data.length === 0 && <p className="ui-hint">{view.none}</p>}
      <ul className="ui-menu-list">
        {views.data.length > 0 && (
          <li>
            <button
              type="button"
              className="ui-menu-item"
              onClick={() => {
                onSearch(insteadOf(search, { view: NO_VIEW }));
                close();
              }}
            >
              <span>{view.plain}</span>
              {Object.keys(viewSearchOf(search)).length === 0 && <Icon name="check" size={14} />}
            </button>
          </li>
        )}
        {views.data.map((one) => (
          <ViewLine
            key={one.id}
            view={one}
            onOpen={() => {
              onSearch(insteadOf(search, { ...readView(one.search), view: one.id }));
              close();
            }}
          />
        ))}
      </ul>
      <OpenedView views={views.data} />
      {isSaving ? (
        <SaveView onDone={() => setIsSaving(false)} />
      ) : (
        <Button icon="add" onClick={() => setIsSaving(true)}>
          {view.save}
        </Button>
      )}
    </>
  );
}

function ViewLine({ view, onOpen }: { view: SavedView; onOpen(): void }) {
  const { words, search } = useTableTools();
  const language = useLanguage();
  const texts = words.table.view;
  const change = useChangeView();
  const remove = useRemoveView();
  const problem = change.error ?? remove.error;
  const whose = view.isMine ? (view.isShared ? texts.sharedByYou : texts.mine) : texts.shared(view.ownerName);
  return (
    <li className="view-line">
      <button type="button" className="ui-menu-item" onClick={onOpen}>
        <span>
          {view.name} <small className="ui-hint">{whose}</small>
        </span>
        {search.view === view.id && <Icon name="check" size={14} />}
      </button>
      <IconButton
        icon="star"
        label={view.isDefault ? texts.makePlainFirst(view.name) : texts.makeFirst(view.name)}
        aria-pressed={view.isDefault}
        onClick={() => change.mutate({ id: view.id, isDefault: !view.isDefault })}
      />
      {view.isMine && (
        <>
          <IconButton
            icon="share"
            label={view.isShared ? texts.setPrivate(view.name) : texts.setShared(view.name)}
            aria-pressed={view.isShared}
            onClick={() => change.mutate({ id: view.id, isShared: !view.isShared })}
          />
          <IconButton
            icon="close"
            label={texts.remove(view.name)}
            onClick={() => remove.mutate({ id: view.id })}
          />
        </>
      )}
      {problem && (
        <p role="alert" className="ui-negative view-problem">
          {explain(problem, language)}
        </p>
      )}
    </li>
  );
}

/** The view that was opened and changed since: its owner can keep the change in it. */
function OpenedView({ views }: { views: readonly SavedView[] }) {
  const { words, search, writeView } = useTableTools();
  const change = useChangeView();
  const opened = views.find(({ id }) => id === search.view);
  const now = writeView(viewSearchOf(search));
  if (!opened?.isMine || opened.search === now) return null;
  return (
    <Button isBusy={change.isPending} onClick={() => change.mutate({ id: opened.id, search: now })}>
      {words.table.view.keep(opened.name)}
    </Button>
  );
}
