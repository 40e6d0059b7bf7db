/** Servers that stand in for others while people develop: they take any credential, so what they are given opens nothing. */
import type { Project, Service } from '../../compose/project.js';
import { intentOf } from '../../topology/intent.js';
import type { Topology } from '../../topology/topology.js';
import { imageFamily, imageName } from '../service-facts.js';
import type { Credential } from './find.js';

interface StandIn {
  readonly isOne: (service: Service) => boolean;
  /** The settings that clients give it credentials by. */
  readonly keys: RegExp;
}

/** Sources: the documentation of the images. */
const EMULATORS: ReadonlySet<string> = new Set([
  'amazon/dynamodb-local',
  'localstack/localstack',
  'localstack/localstack-pro',
  'softwaremill/elasticmq',
  'softwaremill/elasticmq-native',
  'roribio16/alpine-sqs',
  'adobe/s3mock',
  'motoserver/moto',
]);

const STAND_INS: readonly StandIn[] = [
  {
    isOne: (service) => !service.build && EMULATORS.has(imageName(service)?.path ?? ''),
    keys: /(?:^|_)AWS_(?:(?:S3|SQS|SNS|SES|DYNAMODB)_)?(?:ACCESS_KEY(?:_ID)?|SECRET_(?:ACCESS_)?KEY|SESSION_TOKEN)$/,
  },
  // Not `MAILGUN_API_KEY` or `EMAIL_ENCRYPTION_KEY`: those open something else.
  {
    isOne: (service) => imageFamily(service)?.kind === 'mail.dev',
    keys: /(?:^|[_.])(?:SMTP|E?MAIL(?:ER)?)[_.]{0,2}(?:(?:HOST|SERVER|AUTH)_?)?(?:USER(?:NAME)?|PASS(?:WORD|WD)?|UR[IL]|DSN)$/i,
  },
];

/** A key that AWS made is as long as this, and opens more than a stand-in. */
const SHORTEST_REAL = 40;

/** Whether the service has the credential for a stand-in of the project, or is one. */
export function isForStandIn(project: Project, topology: Topology, credential: Credential): boolean {
  const { site, secret, token } = credential;
  if (site.place !== 'environment' && site.place !== 'env_file') return false;
  const rows = STAND_INS.filter(({ keys }) => keys.test(site.key));
  if (rows.length === 0 || token || secret.is((text) => text.length >= SHORTEST_REAL)) return false;
  return project.services.some((service) => {
    const isServed = service.name === site.service || intentOf(topology).clientsOf.get(service.name)?.has(site.service);
    return isServed && rows.some(({ isOne }) => isOne(service)) && mayLeadTo(credential, service.name);
  });
}

/** A URL says where it leads. */
function mayLeadTo({ site, kind }: Credential, host: string): boolean {
  if (kind !== 'url' && kind !== 'url-default') return true;
  return site.pieces.some(({ flat }) => flat.text.includes(`@${host}:`) || flat.text.endsWith(`@${host}`));
}
