void main() {
    IO.println("Hello");
    IO.print("no ");
    IO.println();
}
