import { useCommitImport, useDiscardImport, useImport } from '#api/imports.ts';
import { problemOf } from '#api/problemError.ts';
import type { Session } from '#api/session.ts';
import type { ImportReport } from '#contract/imports.ts';
import { whyForbidden } from '#domain/access.ts';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { Icon } from '#ui/Icon.tsx';
import { Loading } from '#ui/Loading.tsx';
import { FailedState, Forbidden } from '#ui/States.tsx';
import { usePageLanguage } from '#ui/pageWords.ts';
import { FaultTable } from './FaultTable.tsx';
import { FileReports } from './FileReports.tsx';
import { WillAdd } from './WillAdd.tsx';
import './imports.css';

interface ImportPageProps {
  id: string;
  session: Session;
  /** To the inventory, where everything now is. */
  onInventory(): void;
  /** To an empty import page. */
  onAgain(): void;
}

/** One import: what it would add, what is wrong with it, and the decision. Its address outlives a reload. */
export function ImportPage({ id, session, onInventory, onAgain }: ImportPageProps) {
  const language = usePageLanguage();
  const { words } = language;
  const { data: report, error, refetch } = useImport(id);
  const forbidden = whyForbidden(session.person.role, 'data.import');
  if (forbidden) return <Forbidden>{words.imports.forbidden}</Forbidden>;
  if (!report) {
    if (!error) return <Loading label={words.imports.loading} />;
    return (
      <>
        <FailedState title={words.imports.failed} isPage onRetry={() => void refetch()}>
          {explain(problemOf(error), language)}
        </FailedState>
        <div className="ui-actions imports-centre">
          <Button onClick={onAgain}>{words.imports.again}</Button>
        </div>
      </>
    );
  }
  return (
    <div className="imports">
      <ReportHead report={report} />
      <WillAdd report={report} />
      {report.state === 'committed' ? (
        <div className="ui-actions">
          <Button look="primary" icon="inventory" onClick={onInventory}>
            {words.imports.toInventory}
          </Button>
          <Button onClick={onAgain}>{words.imports.again}</Button>
        </div>
      ) : (
        <Decision report={report} onGone={onAgain} />
      )}
      <FaultTable report={report} />
      <FileReports report={report} />
    </div>
  );
}

function ReportHead({ report }: { report: ImportReport }) {
  const { words, formats } = usePageLanguage();
  const { imports } = words;
  const title =
    report.state === 'committed'
      ? imports.done
      : report.faultCount > 0
        ? imports.withFaults(formats.number(report.faultCount), report.faultCount)
        : imports.ready;
  const isGood = report.state === 'committed' || report.faultCount === 0;
  return (
    <header className="imports-head">
      <h1>
        <span className="imports-sign" data-good={isGood ? '' : undefined}>
          <Icon name={isGood ? 'check' : 'alert'} size={20} />
        </span>
        {title}
      </h1>
      <p>
        {report.state === 'committed' ? `${imports.doneText} ` : ''}
        {report.ledger !== null && (report.takeSoldOut ? imports.sold : imports.notSold)}
      </p>
      <ul className="imports-notes" aria-label={imports.notes}>
        {report.notes.map((note) => (
          <li key={`${note.code} ${note.detail}`}>
            {formats.number(note.count)} {words.importNotes[note.code] ?? note.detail}
          </li>
        ))}
      </ul>
    </header>
  );
}

function Decision({ report, onGone }: { report: ImportReport; onGone(): void }) {
  const language = usePageLanguage();
  const { imports } = language.words;
  const commit = useCommitImport(report.id);
  const discard = useDiscardImport(report.id);
  const isNothing = report.willAdd.records === 0 && report.willAdd.entries === 0;
  const nothing = isNothing ? imports.nothingToAdd : null;
  const problem = commit.error ?? discard.error;
  return (
    <div className="imports-decision">
      {problem && <Banner tone="bad">{explain(problemOf(problem), language)}</Banner>}
      <div className="ui-actions">
        <Button
          look="primary"
          isBusy={commit.isPending}
          disabledBecause={report.faultCount > 0 ? imports.allNeedsFaultless : nothing}
          onClick={() => commit.mutate({ mode: 'all' })}
        >
          {imports.all}
        </Button>
        {report.faultCount > 0 && (
          <Button
            isBusy={commit.isPending}
            disabledBecause={nothing}
            onClick={() => commit.mutate({ mode: 'valid' })}
          >
            {imports.validPart}
          </Button>
        )}
        <Button
          look="quiet"
          isBusy={discard.isPending || commit.isPending}
          onClick={() => discard.mutate(null, { onSuccess: onGone })}
        >
          {imports.discard}
        </Button>
      </div>
      {report.faultCount > 0 && <p className="ui-hint">{imports.allNeedsFaultless}</p>}
      {commit.isPending && <Loading label={imports.writing} />}
    </div>
  );
}
