/** The JSON Schema of `okr.json`, for `dist/okr.schema.json`. The build imports this; what ships does not. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { okrSchema, type RuleOptionSpec } from './schema.ts';

export function okrJsonSchema(rules: readonly RuleOptionSpec[]): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = toJsonSchema(okrSchema(rules), { target: 'draft-07', typeMode: 'input' });
  return {
    $schema,
    title: 'OKRs as code: settings',
    description: 'Settings that everyone who works on these OKRs shares.',
    // Read by the editor's JSON support; other validators ignore them.
    allowComments: true,
    allowTrailingCommas: true,
    ...schema,
  };
}
