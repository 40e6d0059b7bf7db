/** Documents that several rules point at, so that an address stands in one place. */
type Reference = { readonly title: string; readonly url: string };

const cwe = (number: number, name: string): Reference => ({
  title: `CWE-${number}: ${name}`,
  url: `https://cwe.mitre.org/data/definitions/${number}.html`,
});

export const PORT_PUBLISHING: Reference = {
  title: 'Docker: Port publishing and mapping',
  url: 'https://docs.docker.com/engine/network/port-publishing/',
};
export const PACKET_FILTERING: Reference = {
  title: 'Docker: Packet filtering and firewalls',
  url: 'https://docs.docker.com/engine/network/packet-filtering-firewalls/',
};
export const BRIDGE_DRIVER: Reference = {
  title: 'Docker: Bridge network driver',
  url: 'https://docs.docker.com/engine/network/drivers/bridge/',
};
export const OVERLAY_DRIVER: Reference = {
  title: 'Docker: Overlay network driver',
  url: 'https://docs.docker.com/engine/network/drivers/overlay/',
};
export const HOST_DRIVER: Reference = {
  title: 'Docker: Host network driver',
  url: 'https://docs.docker.com/engine/network/drivers/host/',
};
export const COMPOSE_NETWORKING: Reference = {
  title: 'Docker: Networking in Compose',
  url: 'https://docs.docker.com/compose/how-tos/networking/',
};
export const COMPOSE_NETWORKS: Reference = {
  title: 'Compose file reference: networks',
  url: 'https://docs.docker.com/reference/compose-file/networks/',
};
export const COMPOSE_SERVICES: Reference = {
  title: 'Compose file reference: services',
  url: 'https://docs.docker.com/reference/compose-file/services/',
};
export const DAEMON_SOCKET: Reference = {
  title: 'Docker: Protect the Docker daemon socket',
  url: 'https://docs.docker.com/engine/security/protect-access/',
};
export const OWASP_DOCKER: Reference = {
  title: 'OWASP Docker Security Cheat Sheet',
  url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
};
export const CIS_DOCKER: Reference = {
  title: 'CIS Docker Benchmark',
  url: 'https://www.cisecurity.org/benchmark/docker',
};
export const CWE_UNUSED = cwe(1164, 'Irrelevant Code');
export const CWE_RESOLUTION = cwe(706, 'Use of Incorrectly-Resolved Name or Reference');
export const CWE_CLEARTEXT = cwe(319, 'Cleartext Transmission of Sensitive Information');
export const CWE_ISOLATION = cwe(653, 'Improper Isolation or Compartmentalization');
export const CWE_SPHERE = cwe(668, 'Exposure of Resource to Wrong Sphere');
export const CWE_PRIVILEGES = cwe(250, 'Execution with Unnecessary Privileges');
export const CWE_DANGEROUS = cwe(749, 'Exposed Dangerous Method or Function');
export const CWE_BINDING = cwe(1327, 'Binding to an Unrestricted IP Address');
export const CWE_ENDPOINTS = cwe(923, 'Improper Restriction of Communication Channel to Intended Endpoints');
