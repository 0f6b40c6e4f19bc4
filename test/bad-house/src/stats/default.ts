// Sin: default-export. A default has no name to search for.
export default 1
