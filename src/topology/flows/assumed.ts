/** Flows without any text in the files: images that look for a host of a certain name unless told otherwise. */
import type { Service } from '../../compose/project.js';
import { findImage } from '../images/find-image.js';
import type { Draft } from './draft.js';

interface Assumption {
  /** As in the catalogue. */
  readonly image: string;
  readonly host: string;
  readonly port: number;
  /** Variables that name another host. */
  readonly unless: RegExp;
}

/** From the images' documentation. */
const ASSUMPTIONS: readonly Assumption[] = [
  { image: 'mongo-express', host: 'mongo', port: 27017, unless: /^ME_CONFIG_MONGODB_(?:SERVER|URL)/ },
  { image: 'adminer', host: 'db', port: 3306, unless: /^ADMINER_DEFAULT_SERVER$/ },
  { image: 'phpmyadmin', host: 'db', port: 3306, unless: /^PMA_(?:HOSTS?|ARBITRARY|SOCKET)/ },
  { image: 'wordpress', host: 'mysql', port: 3306, unless: /^WORDPRESS_DB_HOST/ },
  { image: 'kibana', host: 'elasticsearch', port: 9200, unless: /^ELASTICSEARCH_(?:HOSTS|URL)/ },
  { image: 'logstash', host: 'elasticsearch', port: 9200, unless: /^XPACK_MONITORING|^MONITORING_/ },
];

export function assumedDrafts(service: Service): readonly Draft[] {
  const { image } = service;
  if (!image || typeof image.value !== 'string') return [];
  const found = findImage(image.value);
  const assumption = ASSUMPTIONS.find((known) => found?.family.images.includes(known.image));
  if (!assumption || service.environment.some(({ name }) => assumption.unless.test(name))) return [];
  const { host, port } = assumption;
  const text = `image \`${assumption.image}\` looks for \`${host}\` unless told otherwise`;
  return [{ from: service.name, to: { host }, port, kind: 'config', evidence: { text, at: image.at } }];
}
