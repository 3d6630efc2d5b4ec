import { type ProblemError, faultsOf } from '#api/problemError.ts';
import { type CodeKey, codeKey } from '#domain/stockCode.ts';

/** A code in the editor that leads to another record so far. */
export interface TakenCode {
  key: CodeKey;
  code: string;
  ownerId: string;
  ownerName: string;
}

/** The codes that a refusal says are taken; none when it was refused for something else. */
export function takenCodesOf(problem: ProblemError): TakenCode[] {
  if (problem.code !== 'code.taken') return [];
  return faultsOf(problem).flatMap(({ code, facts: { given, ownerId, ownerName } }) => {
    if (code !== 'code.taken' || typeof given !== 'string' || typeof ownerId !== 'string') return [];
    const name = typeof ownerName === 'string' ? ownerName : '';
    return [{ key: codeKey(given), code: given, ownerId, ownerName: name }];
  });
}
