import type { z } from 'zod';

/** A type, not an interface: a problem's errors may hold further facts, and only types fit that. */
type Issue = { pointer: string; code: string; detail: string };

/** What a schema found wrong, each with a JSON pointer to its field; for a choice of shapes, the shape that was nearest. */
export function issuesOf(error: z.ZodError, part: 'path' | 'query' | 'body'): Issue[] {
  const prefix = part === 'body' ? '' : `/${part}`;
  return error.issues.flatMap((issue) => flatten(issue, prefix)).slice(0, 100);
}

function flatten(issue: z.core.$ZodIssue, prefix: string): Issue[] {
  const at =
    prefix +
    issue.path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: `${at}/${key}`,
      code: 'field.unknown',
      detail: `There is no field “${key}” here.`,
    }));
  }
  if (issue.code === 'invalid_union') {
    const nearest = issue.errors.toSorted((left, right) => weight(left) - weight(right))[0] ?? [];
    return nearest.flatMap((inner) => flatten(inner, at));
  }
  return [{ pointer: at, code: `field.${issue.code.replaceAll('_', '-')}`, detail: issue.message }];
}

/** A missing or mistyped field says more strongly than an unknown one that another shape was meant. */
function weight(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'invalid_type' ? 3 : 1), 0);
}
