/** Names for the variables that take the place of credentials: one for each secret, and none that means something already. */
import type { Project } from '../../compose/project.js';
import { type Credential, credentialsOf } from './find.js';
import { Secret } from './secret.js';
import type { CredentialClass } from './vocabulary.js';

const known = new WeakMap<Project, ReadonlyMap<Credential, string>>();

/** Settings of one name with one secret share a variable, and what holds that secret in a URL or a command uses it, too. */
export function variableNames(project: Project): ReadonlyMap<Credential, string> {
  const earlier = known.get(project);
  if (earlier) return earlier;
  const names = chooseNames(project);
  known.set(project, names);
  return names;
}

function chooseNames(project: Project): ReadonlyMap<Credential, string> {
  const taken = new Set([...project.variables, ...mentioned(project)]);
  const names = new Map<Credential, string>();
  const numbers = new Map<string, number>();
  const take = (credential: Credential): string => {
    const name = freeName(credential, taken, numbers);
    taken.add(name);
    return name;
  };
  const literals = credentialsOf(project).filter(({ fallback }) => !fallback);
  for (const group of Secret.group(literals, ({ secret }) => secret)) {
    const bySetting = new Map<string, string>();
    const byService = new Map<string, string>();
    const byPlace = new Map<string, string>();
    const [settings, others] = [group.filter(isSetting), group.filter((credential) => !isSetting(credential))];
    for (const credential of settings) {
      const { key, service } = credential.site;
      // An anchor brings one text to several settings.
      const place = placeOf(credential);
      const name = byPlace.get(place) ?? bySetting.get(key) ?? take(credential);
      byPlace.set(place, name);
      bySetting.set(key, name);
      if (!byService.has(service)) byService.set(service, name);
      names.set(credential, name);
    }
    let shared = bySetting.values().next().value;
    for (const credential of others) {
      shared ??= take(credential);
      names.set(credential, byPlace.get(placeOf(credential)) ?? byService.get(credential.site.service) ?? shared);
    }
  }
  return names;
}

function placeOf({ at }: Credential): string {
  return `${at.start} ${at.source.path}`;
}

function isSetting({ site, kind }: Credential): boolean {
  return kind === 'literal' && site.reading === 'setting';
}

/** Variables that the files use, set or not. */
function mentioned(project: Project): readonly string[] {
  return project.files.flatMap(({ text }) =>
    Array.from(text.matchAll(/\$\{?([A-Za-z_]\w{0,200})/g), ([, name]) => name ?? ''),
  );
}

/** Nothing that is taken is ever free again, so `numbers` says where the search for the next one starts. */
function freeName(credential: Credential, taken: ReadonlySet<string>, numbers: Map<string, number>): string {
  const { site } = credential;
  const short = shortName(credential);
  const long = site.service === '' ? short : `${constant(site.service)}_${short}`;
  const [first, second] = short.includes('_') ? [short, long] : [long, short];
  if (!taken.has(first)) return first;
  if (!taken.has(second)) return second;
  let number = numbers.get(long) ?? 2;
  while (taken.has(`${long}_${number}`)) number++;
  numbers.set(long, number + 1);
  return `${long}_${number}`;
}

const NOUNS: Readonly<Record<CredentialClass, string>> = {
  password: 'PASSWORD',
  secret: 'SECRET',
  token: 'TOKEN',
  pair: 'PASSWORD',
  hash: 'PASSWORD_HASH',
};

/** A setting that is nothing but the credential lends its name; of one that holds a URL, the last word is another. */
function shortName({ site, kind, class: found }: Credential): string {
  const key = constant(site.key);
  if (site.reading !== 'setting') return NOUNS[found];
  if (kind === 'literal') return key;
  return `${key.replace(/_?(URL|URI|DSN|CONNECTION_?STRING|CONNECTION|CONN)$/, '') || 'CONNECTION'}_${NOUNS[found]}`;
}

function constant(text: string): string {
  const words = text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|(?<!_)_+$/g, '')
    .slice(0, 80);
  return /^[A-Z]/.test(words) ? words : `VALUE_${words}`;
}
