# bulkhead in a container: its own code on top of Node, and nothing else.
#   docker build -t bulkhead .
#   docker run --rm --network none -v "$PWD:/project:ro" bulkhead check
FROM node:24-alpine
COPY LICENSE dist/THIRD-PARTY-LICENSES.txt dist/cli.js /opt/bulkhead/
COPY dist/cli /opt/bulkhead/cli
USER node
WORKDIR /project
ENTRYPOINT ["node", "/opt/bulkhead/cli.js"]
CMD ["check"]
