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
    keys: /^(?:\w{0,40}_)?AWS_/,
  },
  { isOne: (service) => imageFamily(service)?.kind === 'mail.dev', keys: /SMTP|MAIL/i },
];

/** A key that AWS made is as long as this, and opens more than a stand-in. */
const SHORTEST_REAL = 40;

/** Whether the service has the credential for a stand-in of the project, or is one. */
export function isForStandIn(project: Project, topology: Topology, { site, secret }: Credential): boolean {
  if (site.place !== 'environment' && site.place !== 'env_file') return false;
  const rows = STAND_INS.filter(({ keys }) => keys.test(site.key));
  if (rows.length === 0 || secret.is((text) => text.length >= SHORTEST_REAL)) return false;
  return project.services.some((service) => {
    const isServed = service.name === site.service || intentOf(topology).clientsOf.get(service.name)?.has(site.service);
    return isServed && rows.some(({ isOne }) => isOne(service));
  });
}
