var props = new Properties()

props.setProperty("x", "1")

var child = new Properties(props)

child.getProperty("x")

props.setProperty("x", "2")

child.getProperty("x", "none")

child.setProperty("y", "z")

child.stringPropertyNames()

props.load(new java.io.StringReader("a=b\nx=9"))

child.getProperty("x") + props

var loc = new Locale.Builder().setLanguage("en")

loc.setRegion("GB").build()

loc.clear().build().toString()

var bundle = new ListResourceBundle() { protected Object[][] getContents() { return new Object[][] {{"k", new ArrayList<>(List.of(1))}}; } }

((List<Integer>) bundle.getObject("k")).add(2)

bundle.getObject("k")
