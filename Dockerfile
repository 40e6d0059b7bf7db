# bulkhead in a container: one file on top of Node.
#   docker build -t bulkhead .
#   docker run --rm --network none -v "$PWD:/project:ro" bulkhead check
FROM node:24-alpine
COPY LICENSE dist/THIRD-PARTY-LICENSES.txt dist/cli.js /opt/bulkhead/
USER node
WORKDIR /project
ENTRYPOINT ["node", "/opt/bulkhead/cli.js"]
CMD ["check"]
