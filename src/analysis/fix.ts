/** A rule's plan as the report carries it: regions and texts. */
import type { FixPlan } from '../rules/rule.js';
import { regionOf } from '../source/text.js';
import type { Fix } from './report.js';

/** Edits that would tell a secret are left out, and with them all the others: half a fix is none. */
export function fixOf({ title, safe, edits }: FixPlan, hide: (text: string) => string): Fix {
  const tells = edits.some(({ text }) => hide(text) !== text);
  return {
    title: hide(title),
    safe,
    edits: tells ? [] : edits.map(({ at, text }) => ({ file: hide(at.source.path), ...regionOf(at), text })),
  };
}
