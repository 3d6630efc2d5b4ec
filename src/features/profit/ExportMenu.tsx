import { journalUrl, reportFileUrl } from '#api/profitability.ts';
import { Icon } from '#ui/Icon.tsx';
import { usePageWords } from '#ui/pageWords.ts';
import { useCurrentReport } from './currentReport.ts';

/** The report as it is on the screen, as files, and on paper. */
export function ExportMenu() {
  const asked = useCurrentReport();
  const { profit } = usePageWords();
  return (
    <ul className="ui-menu-list">
      {(['csv', 'xlsx'] as const).map((format) => (
        <li key={format}>
          <a className="ui-menu-item" href={reportFileUrl(asked, format)} download>
            <Icon name="download" size={15} />
            <span>{profit[format]}</span>
          </a>
        </li>
      ))}
      <li>
        <a className="ui-menu-item" href={journalUrl()} download title={profit.journalHint}>
          <Icon name="ledger" size={15} />
          <span>{profit.journal}</span>
        </a>
      </li>
      <li>
        <button type="button" className="ui-menu-item" onClick={() => window.print()}>
          <Icon name="file" size={15} />
          <span>{profit.print}</span>
        </button>
      </li>
    </ul>
  );
}
