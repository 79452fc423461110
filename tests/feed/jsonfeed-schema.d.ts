declare module 'jsonfeed-schema/v1.1.js' {
  const schema: object
  export default schema
}
