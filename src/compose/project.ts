/** A loaded project: what `docker compose up` would run, in which every value knows its file and range. */
import type { SourceText } from '../source/text.js';
import type { Mapping, Origin, Scalar, Tree } from '../source/tree.js';
import type { Problem } from './problem.js';

/**
 * How an unset variable is read. `strict` is Docker Compose's way: it becomes an empty string. In `analysis` it is an
 * unknown value, kept as it was written (`${TAG}`) and marked by a substitution `from: 'unset'`.
 */
export type Mode = 'strict' | 'analysis';

export interface Project {
  readonly name: string;
  readonly mode: Mode;
  /** Absolute; relative paths of the files were resolved against it. */
  readonly workingDirectory: string;
  /** The Compose files, base first, each once. */
  readonly files: readonly SourceText[];
  /** The canonical tree after merge and normalisation, disabled services included. */
  readonly model: Mapping;
  /** Services whose profiles are active, in the order of the files. */
  readonly services: readonly Service[];
  readonly disabledServices: readonly Service[];
  /** Top-level networks; the implicit `default` is among them where a service uses it. */
  readonly networks: readonly Network[];
  readonly volumes: readonly Resource[];
  readonly secrets: readonly Resource[];
  readonly configs: readonly Resource[];
  /** The names that a `.env` file or the environment gives a value. */
  readonly variables: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

export interface Service {
  readonly name: string;
  /** The service's key. */
  readonly at: Origin;
  /** The canonical mapping, for what has no field here. */
  readonly tree: Mapping;
  readonly image?: Scalar;
  readonly build?: Tree;
  /** Runs outside of containers (`provider:`): on no network. */
  readonly provider: boolean;
  readonly containerName?: Scalar;
  readonly hostname?: Scalar;
  readonly networkMode?: Scalar;
  /** Empty where `network_mode` is set; the implicit default network is listed with a `default` step in `at.via`. */
  readonly networks: readonly Attachment[];
  readonly ports: readonly Port[];
  readonly expose: readonly Scalar[];
  /** After `env_file`s: what the container sees. Later entries already replaced earlier ones. */
  readonly environment: readonly Variable[];
  /** Dependencies that somebody wrote, and those that Compose adds for links and shared namespaces (`implied`). */
  readonly dependsOn: readonly Dependency[];
  readonly links: readonly Link[];
  readonly externalLinks: readonly Link[];
  readonly volumes: readonly Mount[];
  readonly secrets: readonly Grant[];
  readonly configs: readonly Grant[];
  readonly labels: readonly Variable[];
  /** Words; a command written as one string is one item. */
  readonly command: readonly Scalar[];
  readonly entrypoint: readonly Scalar[];
  readonly healthcheck: readonly Scalar[];
  readonly extraHosts: readonly ExtraHost[];
  readonly profiles: readonly Scalar[];
  /** `scale` or `deploy.replicas`; 1 where absent or unknown, and in analysis where a variable switches the service on. */
  readonly replicas: number;
}

export interface Attachment {
  /** The network's key in the file. */
  readonly network: string;
  /** The list item or mapping key that names the network. */
  readonly at: Origin;
  readonly aliases: readonly Scalar[];
  readonly ipv4Address?: Scalar;
  readonly ipv6Address?: Scalar;
  /** Order of attachment; default 0. */
  readonly priority: number;
  /** The highest wins the default gateway; default 0. */
  readonly gatewayPriority: number;
}

export interface Network {
  readonly key: string;
  /** The name on the Docker Engine: the network's identity. */
  readonly engineName: string;
  /** The top-level key, or what caused the implicit network. */
  readonly at: Origin;
  readonly tree: Mapping | undefined;
  readonly external: boolean;
  readonly internal: boolean;
  readonly enableIpv4: boolean;
  readonly enableIpv6: boolean;
  /** Empty where the Engine's default (`bridge`) applies. */
  readonly driver: string;
  readonly driverOptions: readonly Variable[];
  readonly labels: readonly Variable[];
  /** False for a network that the files use but do not declare: a fragment's. */
  readonly declared: boolean;
}

/** A top-level volume, secret or config. */
export interface Resource {
  readonly key: string;
  readonly at: Origin;
  readonly engineName: string;
  readonly external: boolean;
  readonly tree: Mapping | undefined;
}

export type Published =
  | { readonly kind: 'range'; readonly start: number; readonly end: number }
  /** The Engine picks a free port. */
  | { readonly kind: 'random' }
  /** Hangs on a variable that is not set. */
  | { readonly kind: 'unknown' };

export interface Port {
  /** The whole entry, as written. */
  readonly at: Origin;
  /** The container's port; `undefined` where it hangs on a variable that is not set. */
  readonly target: number | undefined;
  readonly published: Published;
  /** As written; empty: all addresses. `undefined` where it hangs on a variable that is not set. */
  readonly hostIp: string | undefined;
  readonly protocol: string;
  readonly mode: string;
}

/** A name with a value: an environment variable, a label, a driver option. */
export interface Variable {
  readonly name: string;
  /** The name, as written. */
  readonly at: Origin;
  /** `undefined` where the variable has no value (it is taken from the user's environment, and is not set there). */
  readonly value: Scalar | undefined;
  /** The `env_file` it comes from, if so. */
  readonly file?: SourceText;
}

export interface Dependency {
  readonly service: string;
  readonly at: Origin;
  readonly condition: string;
  readonly required: boolean;
  /** Added by Compose because of `links`, `network_mode`, `volumes_from` or the like. */
  readonly implied: boolean;
}

export interface Link {
  /** A service, or for `external_links` a container. */
  readonly target: string;
  readonly alias: string;
  readonly at: Origin;
}

export interface Mount {
  readonly at: Origin;
  readonly type: string;
  /** Host path or volume key; empty for an anonymous volume. */
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
  /** The source hangs on a variable that is not set. */
  readonly unknownSource: boolean;
}

/** A secret or config given to a service. */
export interface Grant {
  readonly source: string;
  readonly target: string;
  readonly at: Origin;
}

export interface ExtraHost {
  readonly host: string;
  readonly address: string;
  readonly at: Origin;
}

/** Whether a part of the value hangs on a variable that is not set. */
export function isUnknown(value: Scalar | undefined): boolean {
  return value?.interpolation?.substitutions.some((substitution) => substitution.from === 'unset') ?? false;
}
