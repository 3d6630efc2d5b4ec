/** Rules of our style that no published plugin has. `oxlint.test.ts` plants a violation for each. */

/** The part of the linter's interface used here; oxlint publishes its types only for testing rules. */
type Located = { loc: { start: { line: number }; end: { line: number } } };
type Comment = Located & { value: string };
type Assertion = Located & { typeAnnotation: { type: string; typeName?: { name?: string } } };
type RuleContext = {
  filename: string;
  sourceCode: { getAllComments: () => Comment[] };
  report: (finding: { message: string; node: unknown }) => void;
};

const namesThatSayNothing = /[/\\](?:index|utils|helpers|types)(?:\.test)?\.tsx?$/;
const suppression = /^\s*(?:oxlint|eslint)-disable/;
const suppressionWithReason = /\s--\s+\S/;
/** So far above an assertion its reason may stand: over the statement or the short function around it. */
const reasonLinesAbove = 2;

function checkFileName(context: RuleContext) {
  return {
    Program(node: unknown) {
      if (!namesThatSayNothing.test(context.filename)) return;
      context.report({
        node,
        message: 'Name the file after its main export, not index, utils, helpers or types.',
      });
    },
  };
}

function checkAssertions(context: RuleContext) {
  return { TSAsExpression: checkAssertion, TSTypeAssertion: checkAssertion };

  function checkAssertion(node: Assertion) {
    const { type, typeName } = node.typeAnnotation;
    if (typeName?.name === 'const' || type === 'TSUnknownKeyword') return; // neither claims anything
    const { start, end } = node.loc;
    const isReason = ({ loc }: Comment) =>
      loc.end.line >= start.line - reasonLinesAbove && loc.start.line <= end.line;
    if (context.sourceCode.getAllComments().some(isReason)) return;
    context.report({ node, message: 'Say beside this `as` what has been checked, or do without it.' });
  }
}

function checkSuppressions(context: RuleContext) {
  return {
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (!suppression.test(comment.value) || suppressionWithReason.test(comment.value)) continue;
        context.report({
          node: comment,
          message: 'Say why the rule is silenced here: "-- reason" at the end.',
        });
      }
    },
  };
}

export default {
  meta: { name: 'granary' },
  rules: {
    'file-name': { create: checkFileName },
    'reasoned-assertion': { create: checkAssertions },
    'reasoned-suppression': { create: checkSuppressions },
  },
};
