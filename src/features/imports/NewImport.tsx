import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Input.css';
import { useState } from 'react';
import { useCheckImport } from '#api/imports.ts';
import { problemOf } from '#api/problemError.ts';
import type { Session } from '#api/session.ts';
import { whyForbidden } from '#domain/access.ts';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { Loading } from '#ui/Loading.tsx';
import { Forbidden } from '#ui/States.tsx';
import { usePageLanguage } from '#ui/pageWords.ts';
import { FileDrop } from './FileDrop.tsx';
import './imports.css';

interface NewImportProps {
  session: Session;
  onChecked(id: string): void;
}

interface Chosen {
  records: File | null;
  ledger: File | null;
}

/** Choose the files, say what sales do to the stock, and have everything checked. */
export function NewImport({ session, onChecked }: NewImportProps) {
  const language = usePageLanguage();
  const { words } = language;
  const check = useCheckImport();
  const [chosen, setChosen] = useState<Chosen>({ records: null, ledger: null });
  const [takesSold, setTakesSold] = useState(false);
  const hasFile = chosen.records !== null || chosen.ledger !== null;
  if (whyForbidden(session.person.role, 'data.import'))
    return <Forbidden>{words.imports.forbidden}</Forbidden>;

  function send() {
    const files = {
      ...(chosen.records && { records: chosen.records }),
      ...(chosen.ledger && { ledger: chosen.ledger }),
    };
    check.mutate(
      { ...files, takeSoldOut: takesSold ? 'yes' : 'no' },
      { onSuccess: ({ id }) => onChecked(id) },
    );
  }

  return (
    <div className="imports">
      <header className="imports-head">
        <h1>{words.imports.title}</h1>
        <p>{words.imports.lead}</p>
      </header>
      <div className="imports-drops">
        <FileDrop
          label={words.imports.recordsFile}
          hint={words.imports.recordsHint}
          file={chosen.records}
          onFile={(records) => setChosen((before) => ({ ...before, records }))}
        />
        <FileDrop
          label={words.imports.ledgerFile}
          hint={words.imports.ledgerHint}
          file={chosen.ledger}
          onFile={(ledger) => setChosen((before) => ({ ...before, ledger }))}
        />
      </div>
      <Checkbox
        label={words.imports.takeSold}
        description={words.imports.takeSoldHint}
        checked={takesSold}
        onChange={(event) => setTakesSold(event.currentTarget.checked)}
      />
      {check.error && <Banner tone="bad">{explain(problemOf(check.error), language)}</Banner>}
      <div className="ui-actions">
        <Button
          look="primary"
          onClick={send}
          isBusy={check.isPending}
          disabledBecause={hasFile ? null : words.imports.needsFile}
        >
          {words.imports.check}
        </Button>
      </div>
      {check.isPending && <Loading label={words.imports.checking} />}
    </div>
  );
}
