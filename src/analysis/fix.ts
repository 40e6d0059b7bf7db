/** A rule's plan as the report carries it: regions and texts. */
import type { FixPlan } from '../rules/rule.js';
import { regionOf } from '../source/text.js';
import type { Fix } from './report.js';

export function fixOf({ title, safe, edits }: FixPlan): Fix {
  return {
    title,
    safe,
    edits: edits.map(({ at, text }) => ({ file: at.source.path, ...regionOf(at), text })),
  };
}
