/** The fields of a service as Compose binds and prints them, in Compose's order. */
import type { Codec, Fields } from './codec.js';
import { always, dictionary, list, optional, structure } from './codec.js';
import {
  command,
  healthTest,
  hosts,
  labels,
  options,
  repeatedOptions,
  sshKeys,
  texts,
  textsOrNumbers,
  ulimit,
  variables,
} from './collections.js';
import {
  boolean,
  deviceCount,
  duration,
  fileMode,
  float,
  integer,
  optOut,
  processors,
  size,
  text,
  unsigned,
} from './scalars.js';

/** A structure that is left out where nothing was written. */
const optionalStructure = (fields: Fields): Codec => optional(structure(fields));
const textList = list(text);
const ulimits = dictionary(optional(ulimit));

const fileReference = structure({
  source: text,
  target: text,
  uid: text,
  gid: text,
  mode: optional(fileMode),
});

const hook: Fields = {
  command,
  image: text,
  per_replica: boolean,
  user: text,
  privileged: boolean,
  working_dir: text,
  environment: variables,
};

const deviceRequest = structure({
  capabilities: textList,
  driver: text,
  count: deviceCount,
  device_ids: textList,
  options: labels,
});

const build = optionalStructure({
  context: text,
  dockerfile: text,
  dockerfile_inline: text,
  entitlements: textList,
  args: variables,
  provenance: text,
  sbom: text,
  ssh: sshKeys,
  labels,
  cache_from: texts,
  cache_to: texts,
  no_cache: boolean,
  no_cache_filter: texts,
  additional_contexts: labels,
  pull: boolean,
  extra_hosts: hosts,
  isolation: text,
  network: text,
  target: text,
  secrets: list(fileReference),
  shm_size: size,
  tags: texts,
  ulimits,
  platforms: texts,
  privileged: boolean,
});

/** These have no names for JSON in Compose, so they print those of Go. */
const capitalized = (field: string): string => field.charAt(0).toUpperCase() + field.slice(1);
const throttledDevices = list(structure({ path: always(text), rate: always(size) }, capitalized));

const blockIo = optionalStructure({
  weight: unsigned,
  weight_device: list(structure({ path: always(text), weight: always(unsigned) }, capitalized)),
  device_read_bps: throttledDevices,
  device_read_iops: throttledDevices,
  device_write_bps: throttledDevices,
  device_write_iops: throttledDevices,
});

const updateConfig = optionalStructure({
  parallelism: optional(unsigned),
  delay: duration,
  failure_action: text,
  monitor: duration,
  max_failure_ratio: float,
  order: text,
});

const resource = optionalStructure({
  cpus: processors,
  memory: size,
  pids: integer,
  devices: list(deviceRequest),
  generic_resources: list(
    structure({ discrete_resource_spec: optionalStructure({ kind: always(text), value: always(integer) }) }),
  ),
});

const deploy = optionalStructure({
  mode: text,
  replicas: optional(integer),
  labels,
  update_config: updateConfig,
  rollback_config: updateConfig,
  resources: structure({ limits: resource, reservations: resource }),
  restart_policy: optionalStructure({
    condition: text,
    delay: optional(duration),
    max_attempts: optional(unsigned),
    window: optional(duration),
  }),
  placement: structure({
    constraints: textList,
    preferences: list(structure({ spread: text })),
    max_replicas_per_node: unsigned,
  }),
  endpoint_mode: text,
});

const healthcheck = optionalStructure({
  test: healthTest,
  timeout: optional(duration),
  interval: optional(duration),
  retries: optional(unsigned),
  start_period: optional(duration),
  start_interval: optional(duration),
  disable: boolean,
});

const attachment = optionalStructure({
  aliases: textList,
  driver_opts: options,
  gw_priority: integer,
  interface_name: text,
  ipv4_address: text,
  ipv6_address: text,
  link_local_ips: textList,
  mac_address: text,
  priority: integer,
});

const mount = (trueByDefault: Codec): Codec =>
  structure({
    type: text,
    source: text,
    target: text,
    read_only: boolean,
    consistency: text,
    bind: optionalStructure({ selinux: text, propagation: text, create_host_path: trueByDefault, recursive: text }),
    volume: optionalStructure({ labels, nocopy: boolean, subpath: text }),
    tmpfs: optionalStructure({ size, mode: unsigned }),
    image: optionalStructure({ subpath: text }),
  });

const trigger = structure({
  path: always(text),
  action: always(text),
  target: text,
  exec: structure(hook),
  include: textList,
  ignore: textList,
  initial_sync: boolean,
});

const port = structure({
  name: text,
  mode: text,
  host_ip: text,
  target: unsigned,
  published: text,
  protocol: text,
  app_protocol: text,
});

const fields = (trueByDefault: Codec): Fields => ({
  profiles: textList,
  annotations: labels,
  attach: optional(boolean),
  build,
  develop: optionalStructure({ watch: list(trigger) }),
  blkio_config: blockIo,
  cap_add: textList,
  cap_drop: textList,
  cgroup_parent: text,
  cgroup: text,
  cpu_count: integer,
  cpu_percent: float,
  cpu_period: integer,
  cpu_quota: integer,
  cpu_rt_period: integer,
  cpu_rt_runtime: integer,
  cpus: float,
  cpuset: text,
  cpu_shares: integer,
  command,
  configs: list(fileReference),
  container_name: text,
  credential_spec: optionalStructure({ config: text, file: text, registry: text }),
  depends_on: dictionary(structure({ condition: text, restart: boolean, required: always(boolean) })),
  deploy,
  device_cgroup_rules: textList,
  devices: list(structure({ source: text, target: text, permissions: text })),
  dns: texts,
  dns_opt: textList,
  dns_search: texts,
  dockerfile: text,
  domainname: text,
  entrypoint: command,
  provider: optionalStructure({ type: text, options: repeatedOptions }),
  environment: variables,
  env_file: list(structure({ path: text, required: trueByDefault, format: text })),
  expose: textsOrNumbers,
  extends: optionalStructure({ file: text, service: text }),
  external_links: textList,
  extra_hosts: hosts,
  group_add: textList,
  gpus: list(deviceRequest),
  hostname: text,
  healthcheck,
  image: text,
  init: optional(boolean),
  ipc: text,
  isolation: text,
  labels,
  label_file: textList,
  links: textList,
  logging: optionalStructure({ driver: text, options }),
  log_driver: text,
  log_opt: options,
  mem_limit: size,
  mem_reservation: size,
  memswap_limit: size,
  mem_swappiness: size,
  mac_address: text,
  models: dictionary(optionalStructure({ endpoint_var: text, model_var: text })),
  net: text,
  network_mode: text,
  networks: dictionary(attachment),
  oom_kill_disable: boolean,
  oom_score_adj: integer,
  pid: text,
  pids_limit: integer,
  platform: text,
  ports: list(port),
  privileged: boolean,
  pull_policy: text,
  read_only: boolean,
  restart: text,
  runtime: text,
  scale: optional(integer),
  secrets: list(fileReference),
  security_opt: textList,
  shm_size: size,
  stdin_open: boolean,
  stop_grace_period: optional(duration),
  stop_signal: text,
  storage_opt: dictionary(text),
  sysctls: labels,
  tmpfs: texts,
  tty: boolean,
  ulimits,
  use_api_socket: boolean,
  user: text,
  userns_mode: text,
  uts: text,
  volume_driver: text,
  volumes: list(mount(trueByDefault)),
  volumes_from: textList,
  working_dir: text,
  pre_start: list(structure(hook)),
  post_start: list(structure(hook)),
  pre_stop: list(structure(hook)),
});

/** Prints booleans that are true unless denied, as Docker Compose 2 does. */
export const service = structure(fields(optional(boolean)));

/** Prints them only where they are denied, as Docker Compose 5 does. */
export const terseService = structure(fields(optOut));
