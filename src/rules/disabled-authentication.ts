/** Stores that were told to let everybody in. */
import { isUnknown, type Service } from '../compose/project.js';
import type { Topology } from '../topology/topology.js';
import { OPEN_OPTIONS, OPEN_SETTINGS, type OpenOption, type OpenSetting, type Part } from './credentials/open-doors.js';
import { shellWords } from './credentials/shell.js';
import type { Draft, Place, Rule, RuleContext } from './rule.js';
import {
  commandTexts,
  graded,
  imageName,
  mentions,
  type Peril,
  perilOf,
  settingOf,
  variableOf,
} from './service-facts.js';

export const disabledAuthentication: Rule = {
  id: 'disabled-authentication',
  title: 'Authentication switched off',
  severity: 'medium',
  confidence: 'high',
  persona: 'regular',
  tags: ['security', 'authentication', 'external/cwe/cwe-306', 'external/cwe/cwe-258'],
  docs: {
    summary: 'A database, cache, queue or dashboard is configured to accept connections without a password.',
    why: [
      'Whoever can open a connection has all the data: a container that was taken over, a service added later to the same network, or,',
      'with a published port, everybody on the network of the host. `trust` and empty passwords are meant for a first start on a laptop.',
    ].join(' '),
    fix: 'Remove the setting and give the store a password, through a secret if its image reads one from a file.',
    suppress: 'A store without data worth having, on a network that only its clients share.',
    bad: `services:
  db:
    image: postgres:17
    environment:
      POSTGRES_HOST_AUTH_METHOD: trust
`,
    good: `services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
    secrets:
      - db_password
secrets:
  db_password:
    environment: DB_PASSWORD
`,
    references: [
      { title: 'postgres on Docker Hub: POSTGRES_HOST_AUTH_METHOD', url: 'https://hub.docker.com/_/postgres' },
      {
        title: 'OWASP Database Security Cheat Sheet',
        url: 'https://cheatsheetseries.owasp.org/cheatsheets/Database_Security_Cheat_Sheet.html',
      },
      {
        title: 'CWE-306: Missing Authentication for Critical Function',
        url: 'https://cwe.mitre.org/data/definitions/306.html',
      },
      {
        title: 'CWE-258: Empty Password in Configuration File',
        url: 'https://cwe.mitre.org/data/definitions/258.html',
      },
    ],
  },
  check,
};

function* check({ project, topology }: RuleContext): Iterable<Draft> {
  for (const service of project.services) {
    for (const off of [...offSettings(service), ...offOptions(service)]) {
      const draft = off.part ? partDraft(topology, service, off, off.part) : wholeDraft(topology, service, off);
      if (draft) yield draft;
    }
  }
}

function wholeDraft(topology: Topology, service: Service, off: Off): Draft {
  const peril = perilOf(topology, service.name);
  const { doubt } = off;
  return {
    ...draftOf(service, off, peril),
    message: `\`${off.key}\` lets everybody into \`${service.name}\` without a password${doubt === undefined ? '' : ` wherever \`${doubt}\` is empty`}${peril.text ? `; ${peril.text}` : ''}.`,
    severity: graded(peril, ['critical', 'high', 'medium']),
    ...(doubt === undefined ? {} : { confidence: 'low' }),
  };
}

/** Of a part that commands nothing and shows no data only strangers are news. */
function partDraft(topology: Topology, service: Service, off: Off, part: Part): Draft | undefined {
  const port = part.portOf(service);
  const open = topology.members
    .get(service.name)
    ?.ingress.find(({ from, target }) => from === 'lan' && target === port);
  if (!open) return undefined;
  const places = [{ at: open.port.at, label: 'reachable from outside' }];
  return {
    ...draftOf(service, off, { places }),
    message: `\`${off.key}\` lets everybody into ${part.phrase} \`${service.name}\` without a password; its port is published beyond this machine.`,
    advice: `Remove \`${off.key}\`, and give the dashboard a route that asks for a password.`,
    severity: 'medium',
  };
}

function draftOf(
  service: Service,
  off: Off,
  peril: Pick<Peril, 'places'>,
): Pick<Draft, 'at' | 'label' | 'advice' | 'related' | 'services' | 'evidence'> {
  const { at, place, key } = off;
  return {
    at,
    label: 'no password needed',
    advice: `Remove \`${key}\` and give \`${service.name}\` a password that its clients get through a secret or a variable.`,
    related: [...off.related, ...peril.places],
    services: [service.name],
    evidence: { service: service.name, place, key, kind: 'no-authentication' },
  };
}

interface Off extends Omit<Place, 'label'> {
  readonly place: string;
  readonly key: string;
  readonly related: readonly Place[];
  /** A setting that would win, and hangs on a variable that is not set. */
  readonly doubt?: string | undefined;
  readonly part: Part | undefined;
}

function* offSettings(service: Service): Iterable<Off> {
  const written = new Set(service.environment.map(({ name }) => name));
  for (const setting of OPEN_SETTINGS) {
    if (!setting.names.some((name) => written.has(name)) || !applies(setting, service)) continue;
    if (setting.with && !setting.with.is.test(settingOf(service, setting.with.name) ?? '')) continue;
    const winners = setting.unless?.filter((name) => mentions(service, name)) ?? [];
    if (winners.some((name) => isGiven(service, name))) continue;
    for (const { name, at, value, file } of service.environment) {
      if (!setting.names.includes(name) || !value || isUnknown(value) || !setting.off(String(value.value))) continue;
      const related = at.start === value.at.start ? [] : [{ at, label: 'the key' }];
      const place = file ? 'env_file' : 'environment';
      yield { at: value.at, place, key: name, related, doubt: winners[0], part: setting.part };
    }
  }
}

/** With `${NAME:?}` Compose starts nothing before the variable is set. */
function isGiven(service: Service, name: string): boolean {
  const raw = variableOf(service, name)?.value?.interpolation?.raw ?? '';
  return settingOf(service, name) !== undefined || /^\$\{\w{1,200}:\?/.test(raw);
}

function applies({ images, vendorOnly, tags, accounts }: OpenSetting, service: Service): boolean {
  const name = imageName(service);
  if (images && !images.includes(name?.path.split('/').at(-1) ?? '')) return false;
  if (vendorOnly && !name?.path.includes('/')) return false;
  if (tags && !tags.test(name?.tag ?? '')) return false;
  if (accounts === undefined) return true;
  const targets = [...service.volumes, ...service.configs].map(({ target }) => target);
  return ![...targets, ...commandTexts(service)].some((text) => accounts.test(text));
}

function* offOptions(service: Service): Iterable<Off> {
  for (const [place, scalars] of [
    ['command', service.command],
    ['entrypoint', service.entrypoint],
  ] as const) {
    for (const scalar of scalars) {
      for (const { text } of shellWords(String(scalar.value))) {
        const found = OPEN_OPTIONS.find((option) => option.words.includes(text) && counts(option, service));
        if (found) yield { at: scalar.at, place, key: found.words[0] ?? '', related: [], part: found.part };
      }
    }
  }
}

function counts({ program, unless }: OpenOption, service: Service): boolean {
  if (program !== undefined && !runs(service, program)) return false;
  const words = () => commandTexts(service).flatMap((text) => shellWords(text));
  return unless === undefined || !words().some(({ text }) => unless.test(text));
}

function runs(service: Service, program: string): boolean {
  const image = imageName(service)?.path.split('/').at(-1) ?? '';
  if (program === image || program === `${image}d`) return true;
  return [...service.entrypoint, ...service.command].some((word) =>
    String(word.value).split(/\s+/, 20).includes(program),
  );
}
