import type { CellProblem } from '#contract/batch.ts';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';

interface CellProblemsProps {
  problems: readonly CellProblem[];
  /** The text that was to stand in the cell; left out where all cells were to be changed alike. */
  textOf?(index: number): string;
}

/** More would not be read; what is not shown is counted. */
const SHOWN = 200;
const SHOWN_CHARACTERS = 60;

/** Cell by cell, what is wrong. */
export function CellProblems({ problems, textOf }: CellProblemsProps) {
  const language = useLanguage();
  const { words, formats } = language;
  const texts = words.editing.block;
  if (problems.length === 0) return null;
  const more = problems.length - SHOWN;
  return (
    <>
      {/* It scrolls, and a keyboard must be able to scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolled region takes the focus, or the keys could not scroll it */}
      <div className="editing-problems" role="region" aria-label={texts.list} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.columns.item}</th>
              {textOf && <th scope="col">{texts.columns.cell}</th>}
              {textOf && <th scope="col">{texts.columns.text}</th>}
              <th scope="col">{texts.columns.why}</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, SHOWN).map((problem) => (
              <tr key={problem.index}>
                <th scope="row">{problem.name}</th>
                {textOf && <td>{problem.field === 'notes' ? '' : words.columns[problem.field]}</td>}
                {textOf && <td>{shortened(textOf(problem.index))}</td>}
                <td data-verdict={problem.verdict}>
                  {explain({ code: problem.code, facts: problem }, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="editing-note">{texts.more(formats.number(more))}</p>}
    </>
  );
}

function shortened(text: string): string {
  const characters = Array.from(text.slice(0, SHOWN_CHARACTERS * 2));
  return characters.length > SHOWN_CHARACTERS ? `${characters.slice(0, SHOWN_CHARACTERS).join('')}…` : text;
}
