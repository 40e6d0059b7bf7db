/** Secrets in the hands of services that have no use for them. */
import type { Grant, Project, Service } from '../compose/project.js';
import { joinNames } from '../source/words.js';
import { flatten } from './credentials/flatten.js';
import { mountPath, SECRETS_FOLDER, secretReferences } from './credentials/secret-files.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { imageFamily, imageName, textsOf } from './service-facts.js';

export const secretOverShared: Rule = {
  id: 'secret-over-shared',
  title: 'Secret given to a service that does not read it',
  severity: 'low',
  confidence: 'medium',
  persona: 'regular',
  tags: ['security', 'secrets', 'external/cwe/cwe-272'],
  docs: {
    summary: 'A service is given a secret that nothing in its configuration reads, while other services do read it.',
    why: 'Whoever takes over that service has the secret for nothing: a proxy in front does not need the password of the database behind.',
    fix: 'Take the secret off the service. Give each service only what it reads.',
    suppress: 'The image reads the file without being told to.',
    bad: `services:
  proxy:
    image: nginx:1.29
    secrets:
      - db_password
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
    good: `services:
  proxy:
    image: nginx:1.29
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
      { title: 'Docker: Manage secrets in Compose', url: 'https://docs.docker.com/compose/how-tos/use-secrets/' },
      { title: 'CWE-272: Least Privilege Violation', url: 'https://cwe.mitre.org/data/definitions/272.html' },
    ],
  },
  check,
};

function* check({ project }: RuleContext): Iterable<Draft> {
  const granted = grantsBySecret(project);
  for (const { key } of project.secrets) {
    const holders = Array.from(granted.get(key) ?? [], ([service, grant]) => ({
      service,
      grant,
      reads: reads(service, grant),
    }));
    const readers = holders.filter((holder) => holder.reads);
    if (readers.length === 0) continue;
    for (const { service, grant } of holders.filter((holder) => !holder.reads && isKnown(holder.service))) {
      yield {
        at: grant.at,
        label: 'not read here',
        message: `\`${service.name}\` is given the secret \`${key}\`, and nothing in its configuration reads it.`,
        advice: `Take \`${key}\` off \`${service.name}\`; ${joinNames(
          readers.map((reader) => reader.service.name),
          4,
        )} read it.`,
        related: readers
          .slice(0, 3)
          .map((reader) => ({ at: reader.grant.at, label: `\`${reader.service.name}\` reads it` })),
        services: [service.name],
        evidence: { service: service.name, place: 'secrets', key, kind: 'over-shared' },
      };
    }
  }
}

/** Who is given each secret; of several grants of one to a service, the first. */
function grantsBySecret({ services }: Project): ReadonlyMap<string, ReadonlyMap<Service, Grant>> {
  const found = new Map<string, Map<Service, Grant>>();
  for (const service of services) {
    for (const grant of service.secrets) {
      const holders = found.get(grant.source) ?? new Map<Service, Grant>();
      if (!holders.has(service)) found.set(grant.source, holders.set(service, grant));
    }
  }
  return found;
}

function reads(service: Service, grant: Grant): boolean {
  const path = mountPath(grant);
  // A target of one's own is chosen for a reader.
  if (!path.startsWith(SECRETS_FOLDER)) return true;
  for (const { name } of secretReferences(service)) if (`${SECRETS_FOLDER}${name}` === path) return true;
  return mayReadAny(service);
}

/** The folder without a name, or with one that hangs on a variable or a pattern: whoever reads there may read every secret. */
function mayReadAny(service: Service): boolean {
  for (const { scalar } of textsOf(service)) {
    const { text } = flatten(scalar);
    for (const { 0: folder, index } of text.matchAll(/\/run\/secrets(?![\w.-])\/?/g)) {
      const next = text.charAt(index + folder.length);
      if (!/[\w.-]/.test(next)) return true;
    }
  }
  return false;
}

/** Only of an image that the catalogue knows by name can it be said that it reads nothing unasked; programs of one's own may. */
function isKnown(service: Service): boolean {
  const family = imageFamily(service);
  const path = imageName(service)?.path ?? '';
  if (!family?.images.includes(path) || service.entrypoint.length > 0) return false;
  const mounted = service.volumes.some(({ type }) => type === 'bind') || service.configs.length > 0;
  return !mounted && !['runtime', 'app'].includes(family.kind);
}
