/* HelloWorld and friends */
class Bicycle {

    int cadence = 0;
    int speed = 0;

    void changeCadence(int newValue) {
         cadence = newValue;
    }

    void speedUp(int increment) {
         speed = speed + increment;
    }

    void printStates() {
         System.out.println("cadence:" + cadence + " speed:" + speed);
    }
}

class Tutorial {
    public static void main(String[] args) {

        // Create two different
        // Bicycle objects
        Bicycle bike1 = new Bicycle();
        Bicycle bike2 = new Bicycle();

        // Invoke methods on
        // those objects
        bike1.changeCadence(50);
        bike1.speedUp(10);
        bike1.printStates();

        bike2.changeCadence(40);
        bike2.printStates();
    }
}
