/** Credentials written into the files of a project, wherever they hide. */
import type { Project } from '../compose/project.js';
import type { Repository } from '../compose/repository.js';
import type { Range } from '../source/text.js';
import type { Origin, Step } from '../source/tree.js';
import type { Confidence } from '../topology/topology.js';
import { FILE_VARIANTS } from './credentials/file-variants.js';
import { type Credential, credentialsOf } from './credentials/find.js';
import { credentialFix } from './credentials/fix.js';
import { isForStandIn } from './credentials/stand-ins.js';
import { adviceFor, describePlace } from './credentials/wording.js';
import type { Draft, FixProposal, Persona, Place, Rule, RuleContext, Severity } from './rule.js';
import { imageFamily, imageName, serviceNamed } from './service-facts.js';

export const plaintextCredentials: Rule = {
  id: 'plaintext-credentials',
  title: 'Credential in plain text',
  severity: 'high',
  confidence: 'high',
  persona: 'regular',
  tags: ['security', 'secrets', 'external/cwe/cwe-798', 'external/cwe/cwe-522'],
  docs: {
    summary:
      'A password, key or token is written into the files of the project, as a value, in a URL, in a command or as a default.',
    why: [
      'Whoever reads the repository, a backup of it or a fork has the credential, and changing it means changing the history. At run time',
      '`docker inspect` shows environment, command, labels and health check to everybody who may talk to the Docker Engine, and the process',
      `list shows commands to everybody on the host. A default in \`\${NAME:-default}\` is as public: it is what runs wherever nobody set the variable.`,
    ].join(' '),
    fix: [
      'Mount a secret and let the image read its file (`POSTGRES_PASSWORD_FILE: /run/secrets/db_password`), if the image knows that form.',
      `Otherwise write \`\${NAME:?}\` and set the variable outside of the repository; \`:?\` makes Compose refuse to start without it.`,
      'Take passwords out of URLs and commands the same way. For builds use build secrets, since build arguments stay in the history of the image.',
      'Then change the credential: the old one is known.',
    ].join(' '),
    suppress: 'Throw-away credentials of a project that only ever runs in tests, on a network nobody else is on.',
    bad: `services:
  web:
    image: example/web
    environment:
      DATABASE_URL: postgres://shop:hunter2@db/shop
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD: hunter2
`,
    good: `services:
  web:
    image: example/web
    environment:
      DATABASE_URL: postgres://shop:\${DB_PASSWORD:?}@db/shop
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
      { title: 'Docker: Build secrets', url: 'https://docs.docker.com/build/building/secrets/' },
      {
        title: 'OWASP Secrets Management Cheat Sheet',
        url: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
      },
      { title: 'CWE-798: Use of Hard-coded Credentials', url: 'https://cwe.mitre.org/data/definitions/798.html' },
      {
        title: 'CWE-522: Insufficiently Protected Credentials',
        url: 'https://cwe.mitre.org/data/definitions/522.html',
      },
    ],
  },
  check,
};

function* check({ project, topology, repository }: RuleContext): Iterable<Draft> {
  const groups = new Map<string, Credential[]>();
  for (const credential of credentialsOf(project)) {
    if (isForStandIn(project, topology, credential)) continue;
    const { service, place, key } = credential.site;
    const identity = JSON.stringify([service, place, key]);
    const group = groups.get(identity);
    if (group) group.push(credential);
    else groups.set(identity, [credential]);
  }
  for (const group of groups.values()) {
    // What is in force without anybody's doing says more than what a variable may replace.
    const first = group.find((credential) => !credential.fallback) ?? group[0];
    if (first) yield new CredentialDraft(project, first, group, gradeOf(first, repository));
  }
}

/**
 * There may be any number of them, and who reads of some reads of few: what only a reader needs is made when he asks.
 * A class, since a literal would define its accessors anew for each.
 */
class CredentialDraft implements Draft {
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly persona?: Persona;
  readonly #project: Project;
  readonly #credential: Credential;
  readonly #group: readonly Credential[];

  constructor(project: Project, credential: Credential, group: readonly Credential[], grade: Grade) {
    this.#project = project;
    this.#credential = credential;
    this.#group = group;
    this.severity = grade.severity;
    this.confidence = grade.confidence;
    if (grade.persona) this.persona = grade.persona;
  }

  get at(): Range {
    return this.#credential.at;
  }

  get label(): string {
    const { what, fallback } = this.#credential;
    return fallback ? `${what}, as a default` : what;
  }

  get message(): string {
    return describePlace(this.#credential);
  }

  get advice(): string {
    return adviceFor(this.#credential, readsFiles(this.#project, this.#credential));
  }

  get related(): readonly Place[] {
    return relatedTo(this.#credential, this.#group);
  }

  get services(): readonly string[] {
    return servicesOf(this.#project, this.#credential);
  }

  get evidence(): Draft['evidence'] {
    const { site, kind } = this.#credential;
    return { service: site.service, place: site.place, key: site.key, kind };
  }

  get secrets(): readonly Range[] {
    return this.#group.map((member) => member.at);
  }

  get fix(): FixProposal {
    return credentialFix(this.#project, this.#group);
  }
}

function relatedTo(credential: Credential, group: readonly Credential[]): readonly Place[] {
  const { site, at, origin } = credential;
  const others = group.filter((other) => other !== credential);
  return [
    ...(within(at, site.keyAt) || within(site.keyAt, at) ? [] : [{ at: site.keyAt, label: 'the key' }]),
    ...waysTo(origin),
    ...others.map((other) => ({ at: other.at, label: `another: ${other.what}` })),
  ];
}

/** Whether the image's own documentation says that it reads the setting from a file, too. */
function readsFiles(project: Project, { site }: Credential): boolean {
  const service = serviceNamed(project, site.service);
  const name = service && imageName(service);
  if (!service || !name || service.build || site.place !== 'environment') return false;
  const row = FILE_VARIANTS.find(({ images }) => images.includes(name.path));
  if (row) return row.read.includes(`${site.key}_FILE`);
  const family = imageFamily(service);
  return family?.fileVariants === 'yes' && family.credentials?.includes(site.key) === true;
}

interface Grade {
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly persona?: Persona;
}

/** A file of variables that git ignores is where a credential belongs; only who wants to hear everything hears of it. */
function gradeOf(credential: Credential, repository: Repository | undefined): Grade {
  const { site, at, placeholder } = credential;
  const confidence = placeholder ? 'medium' : 'high';
  const inVariableFile = site.place === '.env' || site.place === 'env_file';
  const committed = inVariableFile ? repository?.takes(at.source.path) : true;
  if (committed === false) return { severity: 'low', confidence, persona: 'pedantic' };
  return { severity: severityOf(credential, committed === undefined), confidence };
}

/** A stored hash has to be guessed first, a default can be replaced, and a file of variables may never leave the machine. */
function severityOf({ hashed, fallback, placeholder }: Credential, mayBeLocal: boolean): Severity {
  if (hashed) return 'low';
  if (fallback) return placeholder || mayBeLocal ? 'low' : 'medium';
  return placeholder || mayBeLocal ? 'medium' : 'high';
}

function servicesOf(project: Project, { site }: Credential): readonly string[] {
  if (site.service !== '') return [site.service];
  if (site.place !== 'configs.content') return [];
  const users = project.services.filter((service) => service.configs.some((grant) => grant.source === site.key));
  return users.map((service) => service.name);
}

const WAYS: Readonly<Record<Exclude<Step['how'], 'default'>, string>> = {
  alias: 'used here through an alias',
  'merge-key': 'merged in here',
  override: 'put over what was there here',
  extends: 'inherited here',
  include: 'included here',
};

function waysTo(origin: Origin): readonly Place[] {
  return origin.via.flatMap((step) => (step.how === 'default' ? [] : [{ at: step.site, label: WAYS[step.how] }]));
}

function within(inner: Range, outer: Range): boolean {
  return inner.source === outer.source && inner.start >= outer.start && inner.end <= outer.end;
}
