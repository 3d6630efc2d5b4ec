import type { Example } from '#api/skus.ts';
import { type AssetLife, bookValue } from '#domain/bookValue.ts';
import { dayNumber, knownDay } from '#domain/day.ts';
import { dayOfNumber } from '#domain/period.ts';
import { MoneyText } from '#ui/MoneyText.tsx';
import { useLanguage } from '#ui/useLanguage.ts';

interface LifeOutcomeProps {
  life: AssetLife;
  /** Without a thing, a thousand spent a year ago stands for it. */
  example: Example;
  currency: string;
}

const ONE_UNIT = { owned: 1, acquired: 1 };
const DAYS_PER_MONTH = 365.25 / 12;
const A_THOUSAND_MINOR = 100_000;
const DAYS_PER_YEAR = 365;

/** What a life would mean, before it is saved: the book value of one thing today, half-way and at the end. */
export function LifeOutcome({ life, example, currency }: LifeOutcomeProps) {
  const { words, formats } = useLanguage();
  const { thing } = example;
  const today = dayNumber(knownDay(example.asOf));
  const bought = thing?.purchases.map(({ day, amount }) => ({ day: dayNumber(knownDay(day)), amount })) ?? [
    { day: today - DAYS_PER_YEAR, amount: A_THOUSAND_MINOR },
  ];
  const first = Math.min(...bought.map(({ day }) => day));
  const cost = { amount: bought.reduce((sum, { amount }) => sum + amount, 0), currency };
  const boughtOn = formats.day(dayOfNumber(first));
  const lifeDays = Math.ceil(life.months * DAYS_PER_MONTH);
  const points = [
    { label: words.life.today, asOf: today },
    { label: words.life.atHalf, asOf: first + Math.round(lifeDays / 2) },
    { label: words.life.atEnd, asOf: first + lifeDays },
  ];
  return (
    <section className="life-outcome" aria-label={words.life.outcome} aria-live="polite">
      <p className="ui-hint">
        {thing
          ? words.life.exampleOf(thing.name, formats.money(cost), boughtOn)
          : words.life.exampleThousand(formats.money(cost), boughtOn)}
      </p>
      <dl>
        {points.map(({ label, asOf }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <MoneyText money={{ amount: bookValue(bought, { life, asOf, units: ONE_UNIT }), currency }} />
              {asOf !== today && <small>{formats.day(dayOfNumber(asOf))}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
