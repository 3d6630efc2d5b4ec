import type { RecordRow } from '#contract/records.ts';
import { useLanguage } from '#ui/useLanguage.ts';

interface MemberListProps {
  members: readonly RecordRow[];
  like: readonly RecordRow[];
  onMembers(ids: readonly string[]): void;
}

/** The records that go together, and others of their kind that may. */
export function MemberList({ members, like, onMembers }: MemberListProps) {
  const { words, formats } = useLanguage();
  const texts = words.conversions;
  const ids = members.map(({ id }) => id);
  const offered = like.filter(({ id }) => !ids.includes(id));
  const toggle = (id: string) =>
    onMembers(ids.includes(id) ? ids.filter((kept) => kept !== id) : [...ids, id]);
  return (
    <>
      {[
        { title: texts.members, rows: members },
        { title: texts.like, rows: offered },
      ]
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, rows }) => (
          <fieldset key={title} className="conversion-choices">
            <legend>
              {title} · {formats.number(rows.length)}
            </legend>
            <div className="conversion-members">
              {rows.map((row) => (
                <label key={row.id}>
                  <input type="checkbox" checked={ids.includes(row.id)} onChange={() => toggle(row.id)} />
                  <span>{labelOf(row, texts.member)}</span>
                  <span className="ui-number">{formats.number(row.quantity)}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
    </>
  );
}

/** The name with the first codes: units of one batch are told apart by them. */
export function labelOf({ name, codes }: RecordRow, texts: (name: string, codes: string) => string): string {
  const shown = codes.slice(0, 3).map(({ code }) => code);
  return texts(name, shown.join(', ') + (codes.length > shown.length ? ' …' : ''));
}
