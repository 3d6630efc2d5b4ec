import type { ImportReport } from '#contract/imports.ts';
import { usePageLanguage } from '#ui/pageWords.ts';

interface FileReportsProps {
  report: ImportReport;
}

type FileReport = NonNullable<ImportReport['records']>;

/** Each file: how many lines, and as what its columns were read. */
export function FileReports({ report }: FileReportsProps) {
  const { imports } = usePageLanguage().words;
  return (
    <section className="imports-card" aria-label={imports.files}>
      <h2>{imports.files}</h2>
      <div className="imports-files">
        {report.records && <OneFile label={imports.recordsFile} file={report.records} />}
        {report.ledger && <OneFile label={imports.ledgerFile} file={report.ledger} />}
      </div>
    </section>
  );
}

function OneFile({ label, file }: { label: string; file: FileReport }) {
  const { words, formats } = usePageLanguage();
  const { imports } = words;
  const fields: Readonly<Record<string, string>> = imports.fields;
  const counts = [
    imports.lines(formats.number(file.lines), file.lines),
    imports.valid(formats.number(file.valid)),
    ...(file.same > 0 ? [imports.same(formats.number(file.same))] : []),
    ...(file.invalid > 0 ? [imports.invalid(formats.number(file.invalid))] : []),
  ];
  return (
    <div>
      <h3>
        {label} <span className="ui-muted">{file.name}</span>
      </h3>
      <p className="ui-hint">{counts.join(' · ')}</p>
      <table className="imports-columns">
        <caption className="ui-hidden">{imports.columns}</caption>
        <thead>
          <tr>
            <th scope="col">{imports.column}</th>
            <th scope="col">{imports.field}</th>
          </tr>
        </thead>
        <tbody>
          {file.columns.map(({ header, field }) => (
            <tr key={header} data-ignored={field === null ? '' : undefined}>
              <td>{header}</td>
              <td>{field === null ? imports.ignored : (fields[field] ?? field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
