var box = Optional.of(new ArrayList<>(List.of(1)))

box.get().add(2)

box

box.ifPresent(l -> l.add(3));

box.map(List::size)

Optional<StringBuilder> sb = Optional.of(new StringBuilder("a"))

sb.get().append("b")

sb.map(StringBuilder::reverse).get()

sb.toString()
