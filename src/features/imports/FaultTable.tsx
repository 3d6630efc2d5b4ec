import { failedLinesUrl } from '#api/imports.ts';
import type { ImportFault, ImportReport } from '#contract/imports.ts';
import { Icon } from '#ui/Icon.tsx';
import { usePageLanguage } from '#ui/pageWords.ts';

interface FaultTableProps {
  report: ImportReport;
}

/** Every bad line by number, with what it says and what is wrong; and the lines as files, to mend and bring in again. */
export function FaultTable({ report }: FaultTableProps) {
  const { words, formats } = usePageLanguage();
  const { imports } = words;
  const { faults, faultCount } = report;
  if (faultCount === 0) return null;
  const files = (['records', 'ledger'] as const).filter((file) => (report[file]?.invalid ?? 0) > 0);
  const nameOf = { records: imports.recordsFile, ledger: imports.ledgerFile };
  return (
    <section className="imports-card" aria-label={imports.faults}>
      <div className="imports-card-head">
        <h2>{imports.faults}</h2>
        {files.map((file) => (
          <a key={file} className="ui-button ui-button-plain" href={failedLinesUrl(report.id, file)} download>
            <Icon name="download" size={16} />
            <span>{imports.download(nameOf[file])}</span>
          </a>
        ))}
      </div>
      {faultCount > faults.length && (
        <p className="ui-hint">
          {imports.faultsShown(formats.number(faults.length), formats.number(faultCount))}
        </p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself, so the keyboard must reach it */}
      <div className="imports-faults" role="region" aria-label={imports.faults} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{imports.file}</th>
              <th scope="col">{imports.line}</th>
              <th scope="col">{imports.column}</th>
              <th scope="col">{imports.given}</th>
              <th scope="col">{imports.why}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr key={`${fault.file} ${String(fault.line)} ${fault.column} ${fault.code}`}>
                <td>{nameOf[fault.file]}</td>
                <td className="ui-number">{formats.number(fault.line)}</td>
                <td>{headerOf(fault, report)}</td>
                <td className="imports-given">{fault.given}</td>
                <td>
                  <FaultText fault={fault} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The column by the name it has in the file. A column that is missing has none: there what it would be read as stands. */
function headerOf({ file, column }: ImportFault, report: ImportReport): string {
  return report[file]?.columns.find(({ field }) => field === column)?.header ?? column;
}

/** In the language of the page where it has words for the code; else the server's own sentence. */
function FaultText({ fault }: { fault: ImportFault }) {
  const { importFaults } = usePageLanguage().words;
  return importFaults[fault.code] ?? fault.detail;
}
