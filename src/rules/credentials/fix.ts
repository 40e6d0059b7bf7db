/** The way out of a credential in plain text: a mounted secret where the image reads one, else a variable that must be set. */
import type { Project, Service } from '../../compose/project.js';
import type { Change } from '../../source/changes.js';
import { isInsideFlow } from '../../source/flow.js';
import { type Range, textOf } from '../../source/text.js';
import { child } from '../../source/tree.js';
import { borrowed, proposal, refusal, replaceText } from '../fix-plan.js';
import type { FixProposal, NewVariable } from '../rule.js';
import { commandTexts, serviceNamed } from '../service-facts.js';
import { fileFormOf } from './file-form.js';
import type { Credential } from './find.js';
import { Secret } from './secret.js';
import { variableNames } from './variable-names.js';

/** `group`: all the credentials that one setting holds. */
export function credentialFix(project: Project, group: readonly Credential[]): FixProposal {
  const [first] = group;
  if (!first) return refusal('there is nothing to fix');
  const { place } = first.site;
  if (place === '.env' || place === 'env_file')
    return refusal('the value has to stand somewhere: keep the file out of the repository and change the credential');
  if (!group.every(({ at }) => at.source === first.at.source && project.files.includes(at.source)))
    return refusal('it stands in several files');
  const asSecret = group.length === 1 ? secretFix(project, first) : undefined;
  return asSecret?.kind === 'plan' ? asSecret : variableFix(project, group, first);
}

function variableFix(project: Project, group: readonly Credential[], { site, at }: Credential): FixProposal {
  const substitutes = group.map((credential) => substitute(project, credential));
  const named = new Map<string, NewVariable>();
  const changes: Change[] = [];
  for (const found of substitutes) {
    if (typeof found === 'string') return refusal(found);
    changes.push(...found.changes);
    if (!named.has(found.variable.name)) named.set(found.variable.name, found.variable);
  }
  const variables = [...named.values()];
  return proposal({
    title: `Take \`${site.key}\` from ${variables.map(({ name }) => `\`${name}\``).join(', ')}`,
    safe: false,
    source: at.source,
    changes,
    effects: [],
    variables,
  });
}

interface Substitute {
  readonly changes: readonly Change[];
  readonly variable: NewVariable;
}

/** A text: why there is none. */
function substitute(project: Project, credential: Credential): Substitute | string {
  const { at, fallback, secret } = credential;
  if (fallback) return withoutDefault(credential);
  const name = variableNames(project).get(credential);
  if (name === undefined || !isVerbatim(credential)) return 'it is written with escapes, or over several lines';
  const quotes = quotesAround(credential);
  if (typeof quotes === 'string') return quotes;
  return { changes: [replaceText(at, `\${${name}:?}`), ...quotes], variable: { name, secret } };
}

function isVerbatim({ at, secret }: Credential): boolean {
  const written = textOf(at).replaceAll('$$', '$');
  return secret.is((text) => text === written) && !written.includes('\n');
}

/** In a flow collection a plain scalar cannot hold braces. */
function quotesAround({ origin, at }: Credential): readonly Change[] | string {
  const { source, start, end } = origin;
  const isPlain = !'"\'|>'.includes(source.text.charAt(start) || ' ');
  if (!isPlain || !isInsideFlow(at.source, start)) return [];
  const text = source.text.slice(start, end);
  const quote = ['"', "'"].find((mark) => !text.includes(mark));
  if (quote === undefined || text.includes('\\')) return 'the value cannot be quoted';
  return [start, end].map((offset) => replaceText({ source, start: offset, end: offset }, quote));
}

const LONGEST_DEFAULT = 2000;

/** `${NAME:-text}` becomes `${NAME:?}`, whatever part of the text is secret: no variable may be demanded inside of a default. */
function withoutDefault({ at, secret, origin }: Credential): Substitute | string {
  const { text } = at.source;
  const before = text.slice(Math.max(0, at.start - LONGEST_DEFAULT), at.start);
  const after = text.slice(at.end, at.end + LONGEST_DEFAULT);
  const opening = /\$\{([A-Za-z_]\w*)(:?)-([^${}\\"'\r\n]*)$/.exec(before);
  const closing = /^([^${}\\"'\r\n]*)\}/.exec(after);
  if (!opening || !closing) return 'its default holds other variables, or quotes';
  const [expression, name = '', colon = '', head = ''] = opening;
  const [end, tail = ''] = closing;
  const start = at.start - expression.length;
  if (isInsideExpression(text.slice(origin.start, start))) return 'its default is a part of another default';
  const isWhole = head === '' && tail === '';
  const value = isWhole ? secret : new Secret(head + textOf(at) + tail);
  return {
    changes: [replaceText({ source: at.source, start, end: at.end + end.length }, `\${${name}${colon}?}`)],
    variable: { name, secret: value },
  };
}

/** Compose demands a variable inside of a default even where nobody uses the default. */
function isInsideExpression(before: string): boolean {
  return before.split('${').length > before.split('}').length;
}

/** `undefined` where the image reads no file, or something else in the service wants the variable. */
function secretFix(project: Project, credential: Credential): FixProposal | undefined {
  const { site, at, kind, origin, secret } = credential;
  const service = serviceNamed(project, site.service);
  const form = service && site.place === 'environment' ? fileFormOf(service, site.key) : undefined;
  if (!service || form === undefined || kind !== 'literal' || !isOnlyReader(service, site.key, form)) return undefined;
  const key = inside(site.keyAt);
  const isWhole = site.pieces[0]?.flat.text !== undefined && secret.is((text) => text === site.pieces[0]?.flat.text);
  if (!isWhole || !isVerbatim(credential) || textOf(key) !== site.key || borrowed(origin)) return undefined;
  if (at.source !== service.at.source) return undefined;
  const variable = variableNames(project).get(credential);
  if (variable === undefined) return undefined;
  const name = secretName(project, variable);
  const file = `/run/secrets/${name}`;
  const [ofService, environment] = [
    ['services', service.name, 'secrets'],
    ['services', service.name, 'environment'],
  ];
  return proposal({
    title: `Give \`${site.key}\` to \`${service.name}\` as a secret`,
    safe: false,
    source: at.source,
    changes: [
      replaceText(key, form),
      replaceText(at, file),
      { kind: 'add', to: ofService, name, create: 'list' },
      { kind: 'add', to: ['secrets'], name, create: 'mapping', value: { environment: variable } },
    ],
    effects: [
      { kind: 'drop', path: [...environment, site.key] },
      { kind: 'put', path: [...environment, form], value: file },
      { kind: 'include', path: ofService, value: { source: name, target: file } },
      { kind: 'put', path: ['secrets', name], value: { name: `${project.name}_${name}`, environment: variable } },
    ],
    variables: [{ name: variable, secret }],
  });
}

/**
 * Whether nothing but the image's own entrypoint can want the variable. Compose refuses secrets that are no files for
 * services with a read-only file system.
 */
function isOnlyReader(service: Service, key: string, form: string): boolean {
  const { tree } = service;
  const readOnly = child(tree, 'read_only');
  if (service.entrypoint.length > 0 || child(tree, 'env_file') || (readOnly && !isFalse(readOnly))) return false;
  if (service.environment.some(({ name }) => name === form)) return false;
  const texts = [...commandTexts(service), ...service.healthcheck.map(({ value }) => String(value))];
  const hooks = ['post_start', 'pre_stop'].some((hook) => child(tree, hook));
  return !hooks && !texts.some((text) => text.includes(key) || /^\s*(\/bin\/)?(ba|da|a)?sh\b/.test(text));
}

function isFalse(tree: NonNullable<ReturnType<typeof child>>): boolean {
  return tree.kind === 'scalar' && tree.value === false;
}

function secretName(project: Project, variable: string): string {
  const name = variable.toLowerCase();
  const taken = new Set(project.secrets.map(({ key }) => key));
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) if (!taken.has(`${name}_${number}`)) return `${name}_${number}`;
}

/** Without quotes around it. */
function inside(at: Range): Range {
  const first = at.source.text.charAt(at.start);
  const isQuoted = (first === '"' || first === "'") && at.source.text.charAt(at.end - 1) === first;
  return isQuoted && at.end - at.start > 1 ? { ...at, start: at.start + 1, end: at.end - 1 } : at;
}
