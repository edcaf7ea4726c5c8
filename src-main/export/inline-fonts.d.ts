// Vite turns these imports into data: URIs.
declare module '*.woff2?inline' {
  const uri: string;
  export default uri;
}
