/**
 * `bulkhead/compose`: loads Docker Compose projects as `docker compose config` does, for programs that want nothing else.
 *
 *     const { configJson, diskHost, loadProject } = require('bulkhead/compose');
 *     const { project, problems } = loadProject(diskHost(process.env), { workingDirectory: process.cwd(), mode: 'strict' });
 */
export * from './compose/index.js';
export { diskHost } from './run/disk.js';
