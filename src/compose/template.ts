/**
 * Variables in text, as Docker Compose substitutes them: `$V`, `${V}`, and `${V:-default}` with the operators `-`, `?`
 * and `+`, each with or without `:`. Unlike a shell, Compose reads a default up to the last `}` of the line and cuts it
 * at the first balanced one; the text behind that cut is a template of its own.
 */
import type { Range } from '../source/text.js';
import type { Substitution } from '../source/tree.js';
import type { Mode } from './project.js';

export interface VariableValue {
  readonly value: string;
  /** Where a file that was read defines the variable. */
  readonly definition?: Range;
  /** Parts of the value that stand for variables which are not set: a `.env` file may use those, too. */
  readonly unknown?: readonly UnknownPart[];
}

/** The text `${NAME}` at `[start, end)` of a value, in place of what is not known. */
export interface UnknownPart {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The value of a variable; `undefined` where it is not set. */
export type Lookup = (name: string) => VariableValue | undefined;

export interface Substitute {
  readonly ok: true;
  readonly value: string;
  /** In the order of the value. One inside of a default comes behind the one whose default it is in. */
  readonly substitutions: readonly Substitution[];
  /** Variables for which Compose warns that it takes them as blank; in the order of the text. Empty in `analysis` mode. */
  readonly unset: readonly string[];
}

export interface SubstitutionError {
  readonly ok: false;
  /** `invalid`: not the form of a template; `missing`: a required variable is not set; `limit`: the value would be too large. */
  readonly kind: 'invalid' | 'missing' | 'limit';
  /** In Compose's words. That of an invalid template quotes it, and may so hold a secret. */
  readonly error: string;
  /** The text that is no template: all of it, or the default or the rest that is a template of its own. */
  readonly template: string;
  /** `[start, end)` of the expression in the raw text. */
  readonly start: number;
  readonly end: number;
}

export type Substituted = Substitute | SubstitutionError;

/** The parts of a value that nobody knows, for whoever looks the value up. */
export function unknownParts({ substitutions }: Substitute): readonly UnknownPart[] {
  return substitutions
    .filter(({ from, start, end }) => from === 'unset' && end > start)
    .map(({ name, start, end }) => ({ name, start, end }));
}

/** Nested defaults; each level costs a pass over its text. */
const DEEPEST_DEFAULT = 100;
/** In UTF-16 units: variables that hold variables grow without bounds otherwise. */
const LONGEST_VALUE = 1_000_000;

export function substitute(raw: string, lookup: Lookup, mode: Mode): Substituted {
  if (!raw.includes('$')) return { ok: true, value: raw, substitutions: [], unset: [] };
  const substituter = new Substituter(raw, lookup, mode);
  try {
    substituter.template(0, raw.length, 0);
  } catch (error) {
    if (error instanceof Failure) return error.details;
    throw error;
  }
  const { value, substitutions, unset } = substituter;
  return { ok: true, value, substitutions, unset };
}

class Failure extends Error {
  readonly details: SubstitutionError;

  constructor(details: SubstitutionError) {
    super(details.error);
    this.details = details;
  }
}

// With the two letters that Go's case folding counts as s and k.
const NAME = /[_a-z\u017f\u212a][_a-z0-9\u017f\u212a]*/iy;
const OPERATOR = /:?[-+?]/y;

/** `${V}` or `${V:-text}`, from `$` to behind `}`. */
interface Braced {
  readonly name: string;
  /** Empty without one. */
  readonly operator: string;
  /** The operator's text, up to the closing brace. */
  readonly textStart: number;
  readonly textEnd: number;
  readonly end: number;
  /** How far the match went before it was cut: what is between is a template of its own. */
  readonly matchEnd: number;
}

class Substituter {
  value = '';
  readonly substitutions: Substitution[] = [];
  readonly unset: string[] = [];
  private readonly raw: string;
  private readonly lookup: Lookup;
  private readonly mode: Mode;

  constructor(raw: string, lookup: Lookup, mode: Mode) {
    this.raw = raw;
    this.lookup = lookup;
    this.mode = mode;
  }

  /** Appends what the part `[start, end)` of the raw text gives. */
  template(start: number, end: number, depth: number): void {
    const closings = new LastBrace(this.raw, end);
    let at = start;
    let own = { start, end };
    for (;;) {
      const dollar = this.raw.indexOf('$', at);
      if (dollar < 0 || dollar >= end) break;
      if (dollar >= own.end) own = { start, end };
      this.append(this.raw.slice(at, dollar));
      const next = this.raw.charAt(dollar + 1);
      const name = this.match(NAME, dollar + 1, end);
      if (dollar + 1 < end && next === '$') {
        this.append('$');
        at = dollar + 2;
      } else if (name !== '') {
        at = dollar + 1 + name.length;
        this.variable(name, dollar, at);
      } else if (dollar + 1 < end && next === '{') {
        const braced = this.braced(dollar, end, closings);
        if (!braced) this.failInvalid(own, dollar, closings);
        if (braced.operator === '') this.variable(braced.name, dollar, braced.end);
        else {
          this.operation(braced, dollar, depth);
          own = { start: braced.end, end: braced.matchEnd };
        }
        at = braced.end;
      } else {
        this.append('$');
        at = dollar + 1;
      }
    }
    this.append(this.raw.slice(at, end));
  }

  private append(text: string): void {
    this.value += text;
    if (this.value.length <= LONGEST_VALUE) return;
    const error = `the value is longer than ${LONGEST_VALUE} characters once its variables are substituted`;
    throw new Failure({ ok: false, kind: 'limit', error, template: '', start: 0, end: this.raw.length });
  }

  private match(pattern: RegExp, at: number, end: number): string {
    pattern.lastIndex = at;
    const text = pattern.exec(this.raw)?.[0] ?? '';
    return at + text.length <= end ? text : text.slice(0, Math.max(0, end - at));
  }

  private braced(dollar: number, end: number, closings: LastBrace): Braced | undefined {
    const name = this.match(NAME, dollar + 2, end);
    if (name === '') return undefined;
    const nameEnd = dollar + 2 + name.length;
    if (nameEnd < end && this.raw.charAt(nameEnd) === '}') {
      return { name, operator: '', textStart: nameEnd, textEnd: nameEnd, end: nameEnd + 1, matchEnd: nameEnd + 1 };
    }
    const operator = this.match(OPERATOR, nameEnd, end);
    const textStart = nameEnd + operator.length;
    const last = closings.inLineOf(dollar);
    if (operator === '' || last < textStart) return undefined;
    const textEnd = this.firstClosing(dollar, last);
    return { name, operator, textStart, textEnd, end: textEnd + 1, matchEnd: last + 1 };
  }

  /** The first balanced `}`; the last one where none is. Compose looks at no character right behind a `{`. */
  private firstClosing(dollar: number, last: number): number {
    let open = 0;
    for (let at = dollar; at <= last; at++) {
      const unit = this.raw.charCodeAt(at);
      if (unit === 0x7d) {
        open -= 1;
        if (open === 0) return at;
      } else if (unit === 0x7b) {
        open += 1;
        at += 1;
      }
    }
    return last;
  }

  private failInvalid(
    own: { readonly start: number; readonly end: number },
    dollar: number,
    closings: LastBrace,
  ): never {
    const template = this.raw.slice(own.start, own.end);
    const closing = this.raw.indexOf('}', dollar);
    const end = closing < 0 || closing > closings.inLineOf(dollar) ? dollar + 2 : closing + 1;
    const error = `Invalid template: ${JSON.stringify(template)}`;
    throw new Failure({ ok: false, kind: 'invalid', error, template, start: dollar, end });
  }

  /** `$V` or `${V}`. */
  private variable(name: string, rawStart: number, rawEnd: number): void {
    const found = this.lookup(name);
    if (found) this.put(name, found, rawStart, rawEnd);
    else if (this.mode === 'analysis') this.putUnknown(name, rawStart, rawEnd);
    else {
      this.unset.push(name);
      this.record({ name, from: 'unset', start: this.value.length, end: this.value.length, rawStart, rawEnd });
    }
  }

  private operation(braced: Braced, rawStart: number, depth: number): void {
    const { name, operator, end: rawEnd } = braced;
    const found = this.lookup(name);
    const isAbsent = operator.startsWith(':') ? !found?.value : !found;
    switch (operator.slice(-1)) {
      case '-':
        if (isAbsent) this.putText(braced, rawStart, depth);
        else if (found) this.put(name, found, rawStart, rawEnd);
        break;
      case '+':
        if (isAbsent)
          this.record({ name, from: 'default', start: this.value.length, end: this.value.length, rawStart, rawEnd });
        else this.putText(braced, rawStart, depth);
        break;
      default:
        if (!isAbsent && found) this.put(name, found, rawStart, rawEnd);
        else if (this.mode === 'analysis') this.putUnknown(name, rawStart, rawEnd);
        else this.failMissing(braced, rawStart, depth);
    }
  }

  private put(name: string, { value, definition, unknown }: VariableValue, rawStart: number, rawEnd: number): void {
    const start = this.value.length;
    this.append(value);
    const substitution = { name, from: 'environment', start, end: this.value.length, rawStart, rawEnd } as const;
    this.record(definition ? { ...substitution, definition } : substitution);
    for (const part of unknown ?? []) {
      this.record({
        ...substitution,
        name: part.name,
        from: 'unset',
        start: start + part.start,
        end: start + part.end,
      });
    }
  }

  /** The canonical form, whatever was written: a value that is not known but can be told from others. */
  private putUnknown(name: string, rawStart: number, rawEnd: number): void {
    const start = this.value.length;
    this.append(`\${${name}}`);
    this.record({ name, from: 'unset', start, end: this.value.length, rawStart, rawEnd });
  }

  /** The text of `${V:-text}` or `${V:+text}`. */
  private putText({ name, textStart, textEnd, end: rawEnd }: Braced, rawStart: number, depth: number): void {
    const start = this.value.length;
    const position = this.substitutions.length;
    this.nested(textStart, textEnd, rawStart, depth);
    const substitution = { name, from: 'default', start, end: this.value.length, rawStart, rawEnd } as const;
    this.substitutions.splice(position, 0, substitution);
  }

  private nested(textStart: number, textEnd: number, rawStart: number, depth: number): void {
    if (depth >= DEEPEST_DEFAULT) {
      const error = `defaults are nested more than ${DEEPEST_DEFAULT} levels deep`;
      throw new Failure({ ok: false, kind: 'limit', error, template: '', start: rawStart, end: textEnd });
    }
    this.template(textStart, textEnd, depth + 1);
  }

  private failMissing({ name, textStart, textEnd, end }: Braced, rawStart: number, depth: number): never {
    const before = this.value.length;
    this.nested(textStart, textEnd, rawStart, depth);
    const reason = this.value.slice(before);
    const error = `required variable ${name} is missing a value${reason === '' ? '' : `: ${reason}`}`;
    throw new Failure({ ok: false, kind: 'missing', error, template: '', start: rawStart, end });
  }

  private record(substitution: Substitution): void {
    this.substitutions.push(substitution);
  }
}

/** Finds the last `}` of a line, looking at each line once. */
class LastBrace {
  private readonly raw: string;
  private readonly end: number;
  private lineEnd = -1;
  private last = -1;

  constructor(raw: string, end: number) {
    this.raw = raw;
    this.end = end;
  }

  /** -1 where there is none behind the start of the text; never behind its end. */
  inLineOf(at: number): number {
    if (at >= this.lineEnd) {
      const lineFeed = this.raw.indexOf('\n', at);
      this.lineEnd = lineFeed < 0 || lineFeed > this.end ? this.end : lineFeed;
      this.last = this.raw.slice(at, this.lineEnd).lastIndexOf('}');
      if (this.last >= 0) this.last += at;
    }
    return this.last;
  }
}
