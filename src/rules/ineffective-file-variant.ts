/** `..._FILE` settings that the image does not read: the secret is mounted, and the server runs without it. */
import type { Service } from '../compose/project.js';
import { FILE_VARIANTS, type FileVariants } from './credentials/file-variants.js';
import { classifyKey } from './credentials/keys.js';
import type { Draft, Rule, RuleContext } from './rule.js';
import { commandTexts, imageFamily, imageName } from './service-facts.js';

export const ineffectiveFileVariant: Rule = {
  id: 'ineffective-file-variant',
  title: 'Secret file that the image does not read',
  severity: 'high',
  confidence: 'high',
  persona: 'regular',
  tags: ['security', 'secrets', 'external/cwe/cwe-1188'],
  docs: {
    summary: 'A service is given a password through a `_FILE` variable that its image does not know.',
    why: [
      '`_FILE` is a convention of some images, and no feature of Docker. An image that does not know it starts as if nothing had been said:',
      'RabbitMQ since 3.9 with `guest`, Redis without a password, others with an empty one. Everything looks safe and nothing is.',
    ].join(' '),
    fix: [
      'Use the form that the image documents: another suffix (Grafana, Gitea and Forgejo read `__FILE`), a mounted configuration file',
      '(`rabbitmq.conf`, `redis.conf`), or an entrypoint that exports the content of the secret.',
    ].join(' '),
    suppress: 'An entrypoint of your own in the image or the file reads the variable.',
    bad: `services:
  queue:
    image: rabbitmq:4
    environment:
      RABBITMQ_DEFAULT_PASS_FILE: /run/secrets/queue_password
    secrets:
      - queue_password
secrets:
  queue_password:
    environment: QUEUE_PASSWORD
`,
    good: `services:
  queue:
    image: rabbitmq:4
    secrets:
      - source: queue_config
        target: /etc/rabbitmq/conf.d/20-user.conf
secrets:
  queue_config:
    environment: QUEUE_CONFIG
`,
    references: [
      { title: 'rabbitmq on Docker Hub: environment variables', url: 'https://hub.docker.com/_/rabbitmq' },
      { title: 'postgres on Docker Hub: Docker secrets', url: 'https://hub.docker.com/_/postgres' },
      { title: 'Docker: Manage secrets in Compose', url: 'https://docs.docker.com/compose/how-tos/use-secrets/' },
      {
        title: 'CWE-1188: Initialization of a Resource with an Insecure Default',
        url: 'https://cwe.mitre.org/data/definitions/1188.html',
      },
    ],
  },
  check,
};

function* check({ project }: RuleContext): Iterable<Draft> {
  for (const service of project.services) {
    if (service.entrypoint.length > 0 || service.build || hasScripts(service)) continue;
    const commands = commandTexts(service);
    for (const { name, at, value, file } of service.environment) {
      if (value?.value === '' || !name.endsWith('_FILE')) continue;
      if (commands.some((text) => text.includes(name))) continue;
      const row = rowOf(service);
      if (row ? !isUnread(service, row, name) : !isKnownUnread(service, name)) continue;
      const plain = name.replace(/_{1,2}FILE$/, '');
      const instead = row?.instead ? `${plain}${row.instead}` : undefined;
      yield {
        at,
        label: 'not read by this image',
        message: `\`${service.name}\` gets \`${name}\`, which its image does not read: it runs as if \`${plain}\` had not been set.`,
        advice: instead
          ? `Write \`${instead}\`, which the image reads.`
          : `Put \`${plain}\` into a configuration file that is mounted as a secret, or export it in an entrypoint.`,
        related: service.image ? [{ at: service.image.at, label: 'the image' }] : [],
        services: [service.name],
        evidence: { service: service.name, place: file ? 'env_file' : 'environment', key: name, kind: 'file-variant' },
      };
    }
  }
}

/** Who writes an entrypoint, or what it runs, may read any variable in it. */
function hasScripts({ volumes, configs }: Service): boolean {
  return [...volumes, ...configs].some(({ target }) => target.includes('entrypoint'));
}

/** The row of an official image, which lists what it reads. */
function rowOf(service: Service): FileVariants | undefined {
  const path = imageName(service)?.path ?? '';
  return FILE_VARIANTS.find(({ images }) => images.includes(path));
}

function isUnread(service: Service, row: FileVariants, name: string): boolean {
  if (row.read.includes(name) || !row.own.test(name)) return false;
  return !row.since || !isOlder(imageName(service)?.tag, row.since);
}

function isOlder(tag: string | undefined, [major, minor]: readonly [number, number]): boolean {
  const found = /^(\d+)(?:\.(\d+))?/.exec(tag ?? '');
  if (!found) return false;
  const own = Number(found[1]);
  return own < major || (own === major && found[2] !== undefined && Number(found[2]) < minor);
}

/** The catalogue says that the family reads no `_FILE` form, and lists the variable. */
function isKnownUnread(service: Service, name: string): boolean {
  const image = imageName(service);
  const family = imageFamily(service);
  // Bitnami's entrypoints read all their settings from files, too.
  if (image?.path.startsWith('bitnami')) return false;
  if (!image || family?.fileVariants !== 'no' || !family.images.includes(image.path)) return false;
  const plain = name.replace(/_{1,2}FILE$/, '');
  return family.credentials?.includes(plain) === true && classifyKey(plain) !== undefined;
}
