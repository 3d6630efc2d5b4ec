import { type AssetLife, type DepreciationMethod, MAX_LIFE_MONTHS } from '#domain/bookValue.ts';
import { accept, refuse, type Result } from '#domain/result.ts';

/** The form as it is on the screen: what was typed, unread. */
export interface LifeFields {
  months: string;
  /** In percent. */
  residual: string;
  method: DepreciationMethod;
}

const PPM_PER_PERCENT = 10_000;
const WHOLE_PERCENT = 100;

/** What the typed fields say, or the fields that say nothing. '60' months, '12,5' % is a life. */
export function readLife(fields: LifeFields): Result<AssetLife, ('months' | 'residual')[]> {
  const months = /^\d{1,4}$/.test(fields.months.trim()) ? Number(fields.months) : 0;
  const typed = fields.residual.trim().replace(',', '.');
  const percent = /^\d{1,3}(?:\.\d{1,4})?$/.test(typed) ? Number(typed) : -1;
  const isLife = months >= 1 && months <= MAX_LIFE_MONTHS;
  const isShare = percent >= 0 && percent <= WHOLE_PERCENT;
  if (isLife && isShare)
    return accept({ months, residualPpm: Math.round(percent * PPM_PER_PERCENT), method: fields.method });
  return refuse([...(isLife ? [] : ['months' as const]), ...(isShare ? [] : ['residual' as const])]);
}

/** A stored life as fields; without one, five years down to a fifth are offered. */
export function fieldsOf(life: AssetLife | null, decimalMark: '.' | ','): LifeFields {
  if (!life) return { months: '60', residual: '20', method: 'straight-line' };
  const percent = String(life.residualPpm / PPM_PER_PERCENT).replace('.', decimalMark);
  return { months: String(life.months), residual: percent, method: life.method };
}
