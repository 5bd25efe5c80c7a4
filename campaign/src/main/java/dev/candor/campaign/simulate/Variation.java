package dev.candor.campaign.simulate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/**
 * Numbers drawn around the standard ones, so that a method can be tried on a world that nobody
 * looked at while it was built. The factor of each lies between 1 / (1 + {@code most}) and 1 +
 * {@code most}, as likely below 1 as above. Numbers up to 1 are shares, whose odds are multiplied;
 * others are multiplied themselves, and stay whole where they were.
 *
 * @param most 0 for none
 */
record Variation(Draw draw, double most) {

  /** The same with each of its numbers varied, one after the other. */
  <T extends Record> T of(T data) {
    return most == 0 ? data : varied(data);
  }

  private <T extends Record> T varied(T data) {
    @SuppressWarnings("unchecked")
    Class<T> type = (Class<T>) data.getClass();
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = value(components[i].getAccessor().invoke(data));
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object value(Object value) {
    return switch (value) {
      case Integer whole -> whole == 0 ? 0 : Math.max(1, (int) StrictMath.rint(whole * factor()));
      case Double number when number <= 1 -> share(number);
      case Double number -> number * factor();
      case Record data -> varied(data);
      default -> throw new IllegalArgumentException(value.getClass().getName());
    };
  }

  private double share(double share) {
    if (share == 0 || share == 1) {
      return share;
    }
    double odds = share / (1 - share) * factor();
    return odds / (1 + odds);
  }

  private double factor() {
    return StrictMath.exp(draw.between(-1, 1) * StrictMath.log(1 + most));
  }
}
