/**
 * A gate that cannot fail protects nothing: a misspelt pattern or an import that is not resolved makes the linter silent,
 * not loud. So every wall is broken once, in a copy of this layout, and each break has to be found.
 */
import { describe, expect, it } from 'vitest';
import { compileDomain, lintPlants, type Plant } from './scripts/lint/plantedLayout.ts';
import { allowances, ruleBreaks } from './scripts/lint/rulePlants.ts';
import { plantsForTheTable } from './scripts/lint/wallPlants.ts';

const walls = plantsForTheTable();
const findings = lintPlants([...walls, ...ruleBreaks, ...allowances]);

describe('the linter refuses', () => {
  it.each(broken())('$title', ({ files, rule }) => {
    expect(findings(files)).toContain(rule);
  });
});

describe('the linter allows', () => {
  it.each(allowed())('$title', ({ files }) => {
    expect(findings(files)).toEqual([]);
  });
});

describe('the compiler', () => {
  it('knows no fetch in the domain', () => {
    expect(compileDomain("export const answer = fetch('/');\n")).toContain("Cannot find name 'fetch'");
  });

  it('knows no process and no document in the domain', () => {
    const complaints = compileDomain('export const outside = [process, document];\n');
    expect(complaints).toContain("'process'");
    expect(complaints).toContain("'document'");
  });

  it('accepts a rule in plain TypeScript', () => {
    expect(compileDomain('export const half = (whole: number): number => whole / 2;\n')).toBe('');
  });
});

function broken(): Plant[] {
  return [...walls, ...ruleBreaks].filter((plant) => plant.rule !== null);
}

function allowed(): Plant[] {
  return [...walls, ...allowances].filter((plant) => plant.rule === null);
}
