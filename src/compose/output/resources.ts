/** The top-level resources as Compose binds and prints them, in Compose's order. */
import type { Tree } from '../../source/tree.js';
import { child, stringValue } from '../../source/tree.js';
import type { Codec, Fields } from './codec.js';
import { dictionary, jsonObject, list, optional, structure } from './codec.js';
import { labels, options } from './collections.js';
import { boolean, integer, text } from './scalars.js';

/** `external: {name: x}` was rewritten to `external: true` before. */
const external = boolean;

const pool = structure({ subnet: text, gateway: text, ip_range: text, aux_addresses: labels });

const network = structure({
  name: text,
  driver: text,
  driver_opts: options,
  ipam: structure({ driver: text, config: list(pool), options }),
  external,
  internal: boolean,
  attachable: boolean,
  labels,
  enable_ipv4: optional(boolean),
  enable_ipv6: optional(boolean),
});

const volume = structure({ name: text, driver: text, driver_opts: options, external, labels });

const fileObject: Fields = {
  name: text,
  file: text,
  environment: text,
  content: text,
  external,
  labels,
  driver: text,
  driver_opts: dictionary(text),
  template_driver: text,
};

const model = structure({ name: text, model: text, context_size: integer, runtime_flags: list(text) });

/** Content that was read for a secret, or from the environment for a config, is never printed. */
function withoutContent(codec: Codec, isHidden: (tree: Tree | undefined) => boolean): Codec {
  return {
    encode: (tree, path, report) => {
      const json = codec.encode(tree, path, report);
      if (!isHidden(tree) || typeof json !== 'object' || json === null || Array.isArray(json)) return json;
      return jsonObject(Object.entries(json).filter(([name]) => name !== 'content'));
    },
    check: codec.check,
    omits: codec.omits,
  };
}

const secret = withoutContent(structure(fileObject), () => true);
const config = withoutContent(structure(fileObject), (tree) => (stringValue(child(tree, 'environment')) ?? '') !== '');

/** What Compose prints, in its order, `services` aside. */
export const RESOURCES = {
  networks: dictionary(network),
  volumes: dictionary(volume),
  secrets: dictionary(secret),
  configs: dictionary(config),
} as const satisfies Readonly<Record<string, Codec>>;

/** Bound like the others, but never printed. */
export const MODELS = dictionary(model);
